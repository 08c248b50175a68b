"""No process of ours outlives the one that started it, however that one ends."""

import ctypes
import signal
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1


def die_with_parent(with_signal: signal.Signals) -> Callable[[], None] | None:
    """For `Popen(preexec_fn=...)`: the kernel sends the signal when the starting thread ends.

    Only Linux can do this; elsewhere None, and the next start clears up.
    """
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None, use_errno=True)

    def ask_the_kernel() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(with_signal), 0, 0, 0)

    return ask_the_kernel

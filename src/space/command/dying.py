"""No process of ours outlives the one that started it, however that one ends."""

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable

PR_SET_PDEATHSIG = 1
SUPERVISED_PATIENCE = 15.0  # seconds for what is under way when a server was killed


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


def end_without_parent(*, patience: float) -> None:
    """From now on: when our parent is gone, end too, at the latest after `patience` seconds.

    For processes that could hang on their way out, when what they wait for has died as well.
    """
    threading.Thread(target=_watch, args=(os.getppid(), patience), daemon=True).start()


def _watch(parent: int, patience: float) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    time.sleep(patience)
    os.kill(os.getpid(), signal.SIGKILL)

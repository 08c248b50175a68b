"""`python -m space.command VERB ...`: what ./space hands over to."""

import os
import sys

from space.command.asking import Trouble
from space.command.verbs import run


def main(arguments: list[str]) -> int:
    try:
        return run(arguments)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read what we say has gone: ./space help | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

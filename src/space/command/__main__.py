"""`python -m space.command VERB ...`: what ./space hands over to."""

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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

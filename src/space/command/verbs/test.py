"""Not there yet."""

SUMMARY = "..."


def options(parser: object) -> None: ...


def run(options: object) -> int:
    return 1

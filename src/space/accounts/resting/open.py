"""What somebody can reach while they take a break: their account, their data, the way out."""

_open: list[str] = ["accounts:rest", "accounts:come_back"]


def stays_open(*names: str) -> None:
    """Names of addresses, or how they begin (`privacy:`). Called from `ready()`."""
    _open.extend(names)


def is_open(name: str) -> bool:
    return name.startswith(tuple(_open))

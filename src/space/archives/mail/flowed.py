"""Text that mail programs broke into lines on the way, made whole again (RFC 3676)."""

import re

_QUOTED = re.compile(r"(>*)( ?)(.*)", re.DOTALL)


def unflowed(text: str, *, delsp: bool) -> str:
    """Join the lines that end in a space with the line below, within one depth of quoting."""
    lines: list[str] = []
    depth_before, is_open = 0, False
    for line in text.split("\n"):
        match = _QUOTED.match(line)
        marks, content = (match[1], match[3]) if match else ("", line)
        depth = len(marks)
        is_signature = content == "-- "
        if is_open and depth == depth_before and not is_signature:
            lines[-1] += content
        else:
            lines.append(f"{marks} {content}" if marks else content)
        is_open, depth_before = content.endswith(" ") and not is_signature, depth
        if is_open and delsp:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)

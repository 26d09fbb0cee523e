"""Lines of a mail that a program wrapped and says so (`format=flowed`, RFC 3676)."""

import re

_SIGNATURE = "-- "
_DEPTH = re.compile(r">*")


def unflowed(text: str, *, joined: bool) -> str:
    """The text with each paragraph on one line.

    A line that ends with a space goes on in the next of the same depth of quotation; where words
    are `joined` (`delsp=yes`), the space itself is none of the text.
    """
    lines: list[str] = []
    going_on = -1
    for line in text.splitlines():
        signs = _DEPTH.match(line)
        depth = signs.end() if signs else 0
        said = line[depth:].removeprefix(" ")  # a space that was put before "From" and the like
        if going_on == depth and said != _SIGNATURE:
            lines[-1] += said
        else:
            lines.append(f"{'>' * depth} {said}" if depth else said)
        going_on = depth if said.endswith(" ") and said != _SIGNATURE else -1
        if going_on >= 0 and joined:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)

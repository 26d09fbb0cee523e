"""Names in parts of Office files of the strict kind (ISO 29500-1), which few programs write."""

import re

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"


def is_strict(part: bytes) -> bool:
    """Whether a part has names of the strict kind."""
    return bool(_STRICT.search(part))


def as_usual(part: bytes) -> bytes:
    """The part with its names as everybody else writes them."""
    return _STRICT.sub(_USUAL, part)

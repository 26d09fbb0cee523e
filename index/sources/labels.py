"""What an encoding is called, and which one is meant by it."""

# Labels that mean a larger set than their name says (WHATWG, Encoding Standard, 4.2).
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
}


def meant(label: str | None) -> str | None:
    """The set that a text is in which is labelled so; the label itself if it means no other."""
    return _MEANT.get(label.lower(), label) if label else None

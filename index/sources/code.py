"""Source code, settings and logs: blocks of lines as they stand, every one of them."""

import re

from index.sources.characters import damage, decode
from index.sources.loader import Extracted, File
from index.text import Part

# What only the name tells. A line's end ends what it says, and no sign in it means a heading.
SUFFIXES = {
    ".bash", ".bat", ".c", ".cc", ".cfg", ".clj", ".cmake", ".conf", ".cpp", ".cs", ".css",
    ".dart", ".diff", ".ex", ".exs", ".f90", ".go", ".gradle", ".groovy", ".h", ".hpp", ".hs",
    ".ini", ".java", ".jl", ".js", ".jsx", ".kt", ".less", ".lisp", ".log", ".lua", ".m", ".mjs",
    ".ml", ".patch", ".pl", ".pm", ".properties", ".ps1", ".py", ".pyi", ".r", ".rb", ".rs",
    ".scala", ".scss", ".sh", ".sql", ".swift", ".tcl", ".tf", ".toml", ".ts", ".tsx", ".vb",
    ".vim", ".yaml", ".yml", ".zig", ".zsh",
}  # fmt: skip
_EMPTY = re.compile(r"\n(?:[^\S\n]*\n)+")
_LINE_END = re.compile("\r\n|[\r\f\u0085\u2028\u2029]")


def read(file: File) -> list[Extracted]:
    """The stretches between empty lines; the file's name is its title."""
    text = decode(file.name, file.data, file.charset)
    stretches = _EMPTY.split(_LINE_END.sub("\n", text))
    parts = tuple(Part(one.strip("\n"), "code") for one in stretches if one.strip())
    return [Extracted(parts, file.name.rpartition("/")[2], left_out=damage(text))]

"""How fast and how large it is, beside the plain way."""

from index.benchmark.run import add_arguments, report

__all__ = [
    "add_arguments",
    "report",
]

"""What can go wrong, each with a message that says what to do next.

VerbatimError
├── SourceError          a file, address or feed that cannot become documents
│   └── OnlyTeased       entries of a feed of which there is nothing more to read
├── EncoderError         a model that cannot be loaded or does not fit the library
└── LibraryError         a library that cannot be opened, written or trusted
    ├── LibraryNotFound  nothing has been built there yet
    └── LibraryBusy      another process is writing to it
"""

from enum import StrEnum
from importlib.util import find_spec


class Trouble(StrEnum):
    """What is the matter, for who says it in other languages than English."""

    NO_HOST = "no-host"
    """Nobody is known by that name."""
    NOT_PUBLIC = "not-public"
    UNREACHABLE = "unreachable"
    """No answer, or not now."""
    NO_PAGE = "no-page"
    """The server answers, but not with it."""
    NO_TEXT = "no-text"
    LOCKED = "locked"
    DAMAGED = "damaged"
    TOO_LARGE = "too-large"
    UNKNOWN_KIND = "unknown-kind"
    BUSY = "busy"
    """Somebody else is writing to it."""
    FULL = "full"
    """The disk is."""
    NOT_WRITABLE = "not-writable"
    GONE = "gone"
    """It has been deleted."""
    OTHER = "other"
    """Only the message says it, or `SourceError.why`."""


class VerbatimError(Exception):
    """Base of every error a caller may want to catch; the command line prints it and exits 1."""

    def __init__(self, message: str = "", trouble: Trouble = Trouble.OTHER) -> None:
        super().__init__(message)
        self.trouble = trouble


class SourceError(VerbatimError):
    """A source that cannot be read: which one, and why.

    `source` is the file name, address or line as the user would recognise it.
    """

    def __init__(self, source: str, why: str, trouble: Trouble = Trouble.OTHER) -> None:
        super().__init__(f"{source}: {why}", trouble)
        self.source = source
        self.why = why

    def of(self, source: str) -> "SourceError":
        """The same of what is called otherwise."""
        return SourceError(source, self.why, self.trouble)


class OnlyTeased(SourceError):
    """Of a feed's `entries`, so many (`count`) only tease, and the pages behind are too many."""

    def __init__(self, source: str, why: str, count: int, entries: int) -> None:
        super().__init__(source, why)
        self.count = count
        self.entries = entries


class EncoderError(VerbatimError):
    """A model that cannot be loaded, or that does not fit the library."""


class LibraryError(VerbatimError):
    """A library that cannot be opened, written or trusted."""


class LibraryNotFound(LibraryError):
    """Nothing has been built at that place yet."""


class LibraryBusy(LibraryError):
    """Another process is writing to the library."""


def require(module: str, extra: str) -> None:
    """Raise VerbatimError with what to install, where a module of an extra is missing."""
    if find_spec(module) is None:
        raise VerbatimError(f"{module} is not installed: {to_install(extra)}")


def to_install(extra: str) -> str:
    """How an extra is installed: not by the project's name, which on PyPI is another's."""
    return f"in Verbatim's checkout, pip install '.[{extra}]'"

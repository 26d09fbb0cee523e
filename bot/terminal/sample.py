"""Answers before there is a library: from the shipped sample, kept in the user's cache."""

import re
import sys
from importlib.metadata import version
from pathlib import Path

from bot.answering import QuestionAnswering, load_reader
from bot.settings import BotSettings
from index.encoding import Encoder, load_encoder
from index.errors import LibraryNotFound
from index.prepared import cache_folder
from index.store import Library, open_library
from index.text import Document

# What only building needs is imported when the sample is built: who has a library does not wait.

SAMPLE = Path(__file__).parents[1] / "sample"
NOTICE = "verbatim: no library here yet, so a sample answers; yours: verbatim index build FILES\n"


def open_sample(settings: BotSettings) -> QuestionAnswering:
    """Wire the sample's library, built where it is missing, and say so on standard error.

    There is one for each version and encoder, since vectors of two encoders are never mixed.
    Raises EncoderError or LibraryError with what to do next.
    """
    sys.stderr.write(NOTICE)
    encoder = load_encoder(settings.encoder, settings.device)
    named = f"sample {version('verbatim')} {encoder.name} {encoder.revision}"
    folder = cache_folder() / re.sub(r"[^\w.-]+", "_", named)
    library = open_library(folder)
    if not _is_built(library):  # one that is may lie where nothing can be written, not even a lock
        _build_once(library, encoder, folder)
    return QuestionAnswering(
        library, encoder, load_reader(settings.reader, encoder, settings.device)
    )


def _is_built(library: Library) -> bool:
    try:
        library.live()
    except LibraryNotFound:
        return False
    return True


def _build_once(library: Library, encoder: Encoder, folder: Path) -> None:
    """Build it, unless another process does at this moment: then wait for that."""
    from filelock import FileLock

    from index.building import build
    from index.sources import load

    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{folder}.lock"):
        if not _is_built(library):
            found = load([str(SAMPLE)])
            documents = [one for one in found if isinstance(one, Document)]
            build(library, documents, encoder, replace=True)

"""The texts that the bot's tests ask about, and a library of them with the real encoder."""

from pathlib import Path

from index.building import build
from index.encoding.encoder import load_encoder
from index.sources import from_text, load
from index.store import open_library
from index.text.documents import Document

ROOT = Path(__file__).parents[1]
BRIDGE = (
    "The Lindholm Bridge was opened on 4 May 1987 by Queen Margrethe of Denmark. "
    "It is 312 metres long and carries two railway tracks. "
    "The architect, Sofie Brandt, had drawn it on a napkin in a café."
)
HARBOUR = f"""# Harbour report

## The bridge

{BRIDGE} Cyclists were allowed to cross it only from 1999 on.

## The fish market

Every Saturday the fish market sells herring, cod and plaice from six in the morning until noon. \
In winter it moves into the old customs house, because the quay freezes over.
"""
MUSIC = """# Music notes

🇨🇭 🎻 𝄢 The bass clef piece “Rütli” was composed by Ottilie Zöllner in 1903. 👩🏽‍🚀 She never \
heard it played.
"""
LONG = "The inventory of the lighthouse lists " + ", ".join(
    f"lamp number {number} of polished brass" for number in range(1, 260)
)


def sample() -> list[Document]:
    """The shipped sample."""
    return [one for one in load([str(ROOT / "sample")]) if isinstance(one, Document)]


def documents() -> list[Document]:
    """The shipped sample, a report with an address, one full of emoji, one very long sentence."""
    return [
        *sample(),
        from_text(HARBOUR, date="2024-03-01", url="https://example.org/harbour", doc_id="harbour"),
        from_text(MUSIC, doc_id="music"),
        from_text(f"# Lighthouse\n\n{LONG}.\n", doc_id="lighthouse"),
    ]


def make_library(folder: Path) -> Path:
    """Build the library in a folder."""
    build(open_library(folder), documents(), load_encoder(), replace=True)
    return folder

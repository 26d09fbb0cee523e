"""py3langid's model, unpacked once: the package itself unpacks it each time, where there is room.

Its own way takes 0.6 seconds and writes 68 MB into a temporary file in every process.
"""

import logging
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from index.memory import mapped
from index.prepared import cache_folder, prepared

logger = logging.getLogger(__name__)

# What of the package's archive is read.
_ARRAYS = ("ptc", "pc", "classes", "nextmove", "nextmove_row", "out_feat")


@cache
def identifier() -> Any:
    """A `py3langid.langid.LanguageIdentifier`, of the same model as the package's own."""
    from py3langid.langid import LanguageIdentifier

    found = _arrays()
    made = LanguageIdentifier(
        found["ptc"],
        found["pc"],
        found["classes"].tolist(),
        memoryview(found["nextmove"]),
        memoryview(found["out_feat"]),
        tk_row=memoryview(found["nextmove_row"]),
    )
    # A list of as many numbers; with the two above as lists it would be 12 MB.
    made._rowbase = memoryview(found["nextmove_row"].astype(np.uint32) << 8)
    return made


def _arrays() -> Mapping[str, Any]:
    """The model's arrays, mapped out of the cache; in memory where nothing can be written."""
    try:
        folder = prepared(cache_folder() / f"py3langid-{version('py3langid')}", _unpack)
    except OSError as error:
        logger.warning("the language detector is unpacked again each time: %s", error)
        return _archive()
    return {name: mapped(folder / f"{name}.npy") for name in _ARRAYS}


def _unpack(folder: Path) -> None:
    for name, array in _archive().items():
        np.save(folder / f"{name}.npy", array)


def _archive() -> dict[str, Any]:
    import lzma
    from io import BytesIO

    from py3langid.langid import MODEL_DIR, MODEL_FILE

    with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
        archive = np.load(BytesIO(packed.read()), allow_pickle=False)
    return {name: archive[name] for name in _ARRAYS}

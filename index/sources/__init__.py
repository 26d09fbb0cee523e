"""Sources become documents: files, folders, standard input, addresses and feeds."""

from index.sources.files import from_bytes
from index.sources.folders import require_regular
from index.sources.loading import from_url, load
from index.sources.plain import from_text

__all__ = ["from_bytes", "from_text", "from_url", "load", "require_regular"]

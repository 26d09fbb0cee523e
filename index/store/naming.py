"""What was found damaged while it was read: named once, never quoted."""

import logging

logger = logging.getLogger(__name__)

# So many documents are named in the log; after a disk that died a line for each helps nobody.
LOGGED = 20


class Named:
    """Names of documents of which something is damaged, in the order it was found."""

    def __init__(self) -> None:
        self._names: dict[str, None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The documents' `doc_id`, each once."""
        return tuple(self._names)

    def note(self, name: str) -> None:
        """Remember what is damaged; it is logged when it is noted for the first time."""
        if name in self._names:
            return
        self._names[name] = None
        if len(self._names) <= LOGGED:
            logger.error(
                "%s is damaged on the disk and is not used: run `python -m index doctor --repair`",
                name,
            )

"""Texts that the state keeps, in its file: read and written while a bot runs, too."""

from bot.state.file import StateFile


class KeptInFile:
    """What `Keeping` promises, of one state file; whoever holds it."""

    def __init__(self, file: StateFile) -> None:
        self._file = file

    def keep(self, kind: str, id: int, number: int, text: str) -> None:
        """As `Keeping` says."""
        self._file.ask("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", kind, id, number, text)

    def kept(self, kind: str, id: int, number: int) -> str | None:
        """As `Keeping` says."""
        rows = self._file.ask(
            "SELECT text FROM kept WHERE kind = ? AND id = ? AND number = ?", kind, id, number
        )
        return str(rows[0][0]) if rows else None

    def all_kept(self, kind: str, id: int | None = None) -> list[tuple[int, int]]:
        """As `Keeping` says."""
        return [
            (int(of), int(number))
            for of, number in self._file.ask(
                "SELECT id, number FROM kept WHERE kind = ? AND id = ifnull(?, id) ORDER BY 1, 2",
                *(kind, id),
            )
        ]

    def drop(self, kind: str, id: int, number: int | None = None) -> None:
        """As `Keeping` says."""
        self._file.ask(
            "DELETE FROM kept WHERE kind = ? AND id = ? AND number = ifnull(?, number)",
            *(kind, id, number),
        )

    def close(self) -> None:
        """Close the file, once or more often."""
        self._file.close()

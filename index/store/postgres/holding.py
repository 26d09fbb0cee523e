"""A generation held by a connection of its own, and asked through it."""

from collections.abc import Callable, Sequence
from typing import Any

from psycopg import IsolationLevel

from index.errors import LibraryError
from index.store.addresses import shown
from index.store.interface import Generation
from index.store.postgres import extents, generations, locks, nearest, schema
from index.store.postgres.session import Connection, Session

Find = Callable[[Connection], Generation]
"""Which generation to open, found again if it is pruned in between."""
Given = Sequence[Any] | dict[str, Any]
Query = tuple[str, Given]


class Holding(Session):
    """A generation that cannot be pruned while the connection lasts.

    Where the connection broke, as when another server took over, another one is made by the next
    question and holds the same generation, if that is still there.
    """

    def __init__(self, address: str, find: Find) -> None:
        """Hold the generation that `find` gives; raises what it raises, or LibraryError."""
        super().__init__(address)
        self._find = find
        self._generation: Generation | None = None
        self.encoder = 0
        """The encoder's number in the database."""
        self.by_index = False
        """Whether the nearest are found by an index."""
        try:
            self.ask(lambda connection: None)
        except BaseException:
            self.close()
            raise

    @property
    def generation(self) -> Generation:
        """What is held."""
        assert self._generation is not None
        return self._generation

    def greet(self, connection: Connection) -> None:
        """Hold the generation on a new connection."""
        schema.require(connection, self.address)
        while True:
            found = self._generation or self._find(connection)
            locks.hold(connection, found.number)
            # Between looking and holding it may have been pruned.
            if generations.get(connection, found.number) == found:
                break
            locks.let_go(connection, found.number)
            if self._generation:
                raise self._gone()
        if not extents.is_seen_whole(connection, self.address, found.number):
            raise LibraryError(
                f"generation {found.number} is damaged: which documents it has is not known;"
                " `python -m index doctor --repair` goes back to the last one that is whole"
            )
        self._generation = found
        self.encoder = generations.encoder_key(connection, found.encoder_id)
        many = found.passages >= nearest.EXACT_BELOW
        self.by_index = many and nearest.is_indexed(connection, self.encoder)
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        connection.read_only = True

    def rows(self, query: str, given: Given) -> list[tuple[Any, ...]]:
        """What one query gives."""
        (found,) = self.all((query, given))
        return found

    def all(self, *queries: Query) -> list[list[tuple[Any, ...]]]:
        """What the queries give of one state of the database, in one round trip.

        Raises LibraryError where the generation is no more, as on a standby, whose primary does
        not know who reads there.
        """
        there = ("SELECT 1 FROM generations WHERE number = %s", (self.generation.number,))

        def work(connection: Connection) -> list[list[tuple[Any, ...]]]:
            with connection.pipeline(), connection.transaction():
                cursors = [
                    connection.execute(query.encode(), given or None, binary=True)
                    for query, given in (there, *queries)
                ]
            return [one.fetchall() if one.description else [] for one in cursors]

        is_there, *found = self.ask(work)
        if not is_there:
            raise self._gone()
        return found

    def _gone(self) -> LibraryError:
        return LibraryError(
            f"generation {self.generation.number} of {shown(self.address)} has been pruned: open"
            " the library again"
        )

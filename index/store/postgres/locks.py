"""Advisory locks: one writer, and readers that keep a generation from being pruned.

They are the server's, of a connection, and end with it however it ends. On a standby they are of
that standby only: its readers are told when their generation has been pruned.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from psycopg import errors

from index.store.postgres.session import Connection

# The first of a lock's two numbers, which no other program is likely to take; the second is a
# generation's, or one of these.
LIBRARY = 0x56424C42
WRITER, MIGRATING = 0, -1


def writer(connection: Connection, patience: float) -> bool:
    """Whether the connection is the one that writes now, after `patience` seconds at most."""
    try:
        with connection.transaction():
            wait = f"SET LOCAL lock_timeout = {max(int(patience * 1000), 1)}"
            connection.execute(wait.encode())
            connection.execute("SELECT pg_advisory_lock(%s::int, %s::int)", (LIBRARY, WRITER))
    except errors.LockNotAvailable:
        return False
    return True


@contextmanager
def nobody_writes(connection: Connection) -> Iterator[bool]:
    """Whether nobody is the one who writes; inside the block nobody can be."""
    lock = "SELECT pg_try_advisory_lock_shared(%s::int, %s::int)"
    had = connection.execute(lock, (LIBRARY, WRITER)).fetchone() == (True,)
    try:
        yield had
    finally:
        if had and not connection.closed:
            let_go(connection, WRITER)


def hold(connection: Connection, number: int) -> None:
    """Hold a generation together with others, until the connection is closed."""
    connection.execute("SELECT pg_advisory_lock_shared(%s::int, %s::int)", (LIBRARY, number))


def let_go(connection: Connection, number: int) -> None:
    """Hold a generation no longer."""
    connection.execute("SELECT pg_advisory_unlock_shared(%s::int, %s::int)", (LIBRARY, number))


@contextmanager
def nobody_reads(connection: Connection, number: int) -> Iterator[bool]:
    """Whether nobody holds a generation; inside the block nobody can."""
    lock = "SELECT pg_try_advisory_lock(%s::int, %s::int)"
    had = connection.execute(lock, (LIBRARY, number)).fetchone() == (True,)
    try:
        yield had
    finally:
        if had and not connection.closed:
            free = "SELECT pg_advisory_unlock(%s::int, %s::int)"
            connection.execute(free, (LIBRARY, number))

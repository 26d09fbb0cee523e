"""From one format of the database to the next: for who only reads, and for who may write.

A library of an older format is read as it is, through views that give what it lacks; the next
writer brings it up to date in place, in one transaction.
"""

import sqlite3

FORMAT = 2

# What brings a library of the format to the next one; each step is one statement of SQL.
STEPS: dict[int, tuple[str, ...]] = {
    1: (
        "ALTER TABLE documents ADD COLUMN blocks BLOB NOT NULL DEFAULT x''",
        "ALTER TABLE documents ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]'",
    ),
}
# What lets a library of the format be read as if it were of the present one.
VIEWS: dict[int, tuple[str, ...]] = {
    1: (
        "CREATE TEMP VIEW documents AS"
        " SELECT *, x'' AS blocks, '[]' AS left_out FROM main.documents",
    ),
}


def read_as_present(connection: sqlite3.Connection) -> None:
    """Give the connection what a library of an older format lacks; nothing is written."""
    for statement in VIEWS.get(_format(connection), ()):
        connection.execute(statement)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Make the library one of the present format; wants to be called inside a transaction."""
    for version in range(_format(connection), FORMAT):
        for statement in STEPS[version]:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version + 1}")


def _format(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)

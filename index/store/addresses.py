"""A database's address: understood as whoever wrote it meant it, or refused without a word of it.

libpq takes a part of a password for a host, a port or a database where a letter of it stands that
should be written as %XX, and says it in its errors. So what is given to it is only what cannot be
read in two ways (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING).
"""

import re
from pathlib import Path

HOW_TO_WRITE = (
    "write it as postgresql://user:password@host/database, other letters of a password than a-z"
    " and 0-9 as %XX"
)
_CODE = "%(?!00)[0-9A-Fa-f]{2}"
_HOST = rf"(?:\[[\w:.%]*\]|(?:[^\s/?#@:,%\[\]]|{_CODE})*)(?::[0-9]*)?"
_ADDRESS = re.compile(
    rf"(?P<scheme>postgres(?:ql)?)://"
    rf"(?:(?P<user>(?:[^\s/?#@:%]|{_CODE})*)(?::(?:[^\s/@%]|{_CODE})*)?@)?"
    rf"(?P<place>{_HOST}(?:,{_HOST})*(?:/(?:[^\s/?@%]|{_CODE})*)?)"
    rf"(?:\?(?P<options>(?:[^\s@%]|{_CODE})*))?"
)
# Written without "//", or in libpq's other way: no folder is meant.
_MEANT = re.compile(r"\s*postgres(?:ql)?:|.*\bpassword\s*=", re.IGNORECASE | re.DOTALL)
# What is no secret of what an address may say of a connection.
_TOLD = ("application_name", "connect_timeout", "dbname", "host", "port", "sslmode",
         "target_session_attrs")  # fmt: skip


def is_understood(address: str) -> bool:
    """Whether it is an address of PostgreSQL that can be read in one way only."""
    return _ADDRESS.fullmatch(address) is not None


def is_meant_as_database(address: str | Path) -> bool:
    """Whether a database is meant, and not the folder or file that it would name."""
    return "://" in str(address) or _MEANT.match(str(address)) is not None


def shown(address: str) -> str:
    """The address without its password, and whatever else of it may be secret."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return "the address that is given"
    user = f"{found['user']}@" if found["user"] else ""
    options = [one for one in (found["options"] or "").split("&") if one.split("=")[0] in _TOLD]
    query = f"?{'&'.join(options)}" if options else ""
    return f"{found['scheme']}://{user}{found['place']}{query}"

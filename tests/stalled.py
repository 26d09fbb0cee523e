"""How long a process could have run, but no processor was free: no fault of its own."""

from pathlib import Path


def stalled(process: int, thread: int | None = None) -> float:
    """Seconds so far, of its main thread or another; 0 where the system does not tell.

    As in https://docs.kernel.org/scheduler/sched-stats.html.
    """
    return _waited(Path(f"/proc/{process}/task/{thread or process}"))


class Stalls:
    """The longest that a thread of some processes has so waited from now on."""

    def __init__(self, *processes: int) -> None:
        self._processes = processes
        self._before = self._so_far()
        self._longest = 0.0

    def longest(self) -> float:
        """Seconds, also of threads seen by an earlier call that have ended since."""
        now = self._so_far().items()
        waited = [so_far - self._before.get(thread, 0.0) for thread, so_far in now]
        self._longest = max([self._longest, *waited])
        return self._longest

    def _so_far(self) -> dict[Path, float]:
        return {
            thread: _waited(thread)
            for process in self._processes
            for thread in Path(f"/proc/{process}/task").glob("*")
        }


def _waited(thread: Path) -> float:
    try:
        return int((thread / "schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0

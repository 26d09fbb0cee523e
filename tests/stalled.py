"""How long a process could have run, but no processor was free: no fault of its own."""

from pathlib import Path


def stalled(process: int, thread: int | None = None) -> float:
    """Seconds so far, of its main thread or another; 0 where the system does not tell.

    As in https://docs.kernel.org/scheduler/sched-stats.html.
    """
    path = Path(f"/proc/{process}/task/{thread or process}/schedstat")
    try:
        return int(path.read_text().split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0

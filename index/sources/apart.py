"""Files of one name in what is read at once: each is called by so many folders as tell it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from index.sources.folders import files_in


def names_apart(sources: Iterable[str]) -> dict[str, str]:
    """Longer names of files that others in these paths are called like, by their `whole` paths.

    A single folder has no two.
    """
    named: defaultdict[str, set[str]] = defaultdict(set)
    places = [Path(source) for source in sources]
    for place in places if len(places) > 1 else []:
        for path in _files(place):
            name = path.relative_to(place).as_posix() if place.is_dir() else path.name
            named[name].add(whole(path))
    return {
        path: longer
        for name, paths in named.items()
        if len(paths) > 1
        for path, longer in _told_apart(name, paths)
    }


def whole(path: Path) -> str:
    """The path from the root on; of a link its own."""
    return str(path.parent.resolve() / path.name)


def _files(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    yield from (found for found in files_in(place) if isinstance(found, Path))


def _told_apart(name: str, paths: set[str]) -> Iterator[tuple[str, str]]:
    """The paths with their ends, by as many folders as all of these differ."""
    short = len(PurePath(name).parts)
    deepest = max(len(PurePath(path).parts) for path in paths)
    for count in range(short + 1, deepest + 1):
        ends = {path: "/".join(PurePath(path).parts[-count:]).lstrip("/") for path in paths}
        if len(set(ends.values())) == len(paths):
            yield from ends.items()
            return

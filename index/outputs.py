"""Files that results go to, looked at before the work and not after it."""

import os
from argparse import ArgumentTypeError
from pathlib import Path


def output_file(text: str) -> Path:
    """A file that can be written, which need not be there; raises what argparse tells."""
    path = Path(text)
    try:
        is_folder = path.is_dir()
    except OSError as error:  # a name that is too long
        raise ArgumentTypeError(why_not(error)) from error
    if is_folder:
        raise ArgumentTypeError(f"{text} is a folder: name a file")
    if not path.parent.is_dir():
        raise ArgumentTypeError(f"there is no folder {path.parent}: make it, or name another file")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise ArgumentTypeError(f"{text} may not be written: let it be, or name another file")
    return path


def why_not(error: OSError) -> str:
    """What could not be used, if that is known, and why, in a line."""
    why = (error.strerror or str(error)).lower()
    return f"{error.filename}: {why}" if error.filename else why

"""The folder whose files a server may read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from summarizer.errors import ConfigurationError, ReadError
from summarizer.readers import LARGEST

OUTSIDE = "is not in the folder that this server may read: name a file below it"
"""The same for whatever is outside, whether it is there or not."""
NAME_FOLDER = "name a folder that can be read"


class Root:
    """Reads files below a folder, by paths that start from it or are absolute; follows no link that leads out of it.

    Raises `ConfigurationError` where it is no folder.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self.folder = folder.resolve(strict=True)
        except FileNotFoundError:
            raise ConfigurationError(f"--root {folder} is not there: {NAME_FOLDER}") from None
        except (OSError, RuntimeError, ValueError) as fault:
            why = getattr(fault, "strerror", None) or "no path"
            raise ConfigurationError(f"--root {folder} cannot be used ({why}): {NAME_FOLDER}") from fault
        if not self.folder.is_dir():
            raise ConfigurationError(f"--root {folder} is no folder: {NAME_FOLDER}")

    def place(self, path: str) -> Path:
        """Where `path` leads. Raises `ReadError` where that is outside, or not there."""
        try:
            found = Path(os.path.realpath(self.folder / path))
            inside = found.is_relative_to(self.folder)
        except (OSError, ValueError):
            inside = False
        if not inside:
            raise ReadError(f"{path} {OUTSIDE}")
        if not found.exists():
            raise ReadError(f"{path} is not there: give its path from the folder on that this server may read")
        return found

    def read(self, path: str) -> tuple[str, bytes]:
        """The file at `path`: what it is called from the folder on, and its bytes.

        Raises `ReadError` for what is outside, no plain file, too large or not to be read.
        """
        place = self.place(path)
        name = place.relative_to(self.folder).as_posix()
        try:
            # What was put in the file's place meanwhile, a link or a pipe, is not followed and not waited for.
            number = os.open(place, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
            with os.fdopen(number, "rb") as file:
                looks = os.fstat(file.fileno())
                if not stat.S_ISREG(looks.st_mode):
                    raise ReadError(f"{name} is no file: name a file")
                if looks.st_size > LARGEST:
                    raise ReadError(f"{name} has more than {LARGEST / 1e6:.3g} MB: name a smaller file")
                return name, file.read(LARGEST + 1)
        except IsADirectoryError:
            raise ReadError(f"{name} is a folder: name a file in it") from None
        except PermissionError:
            raise ReadError(f"{name} may not be read: check its permissions") from None
        except OSError as fault:
            why = fault.strerror or type(fault).__name__
            raise ReadError(f"{name} cannot be read ({why}): check the path and the disk") from fault

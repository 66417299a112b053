"""Files on any file system that Arrow knows: a local path, `s3://bucket/key`, `gs://…`, `hdfs://…`."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from summarizer.batch.files import Whole
from summarizer.errors import ConfigurationError, ReadError
from summarizer.readers.files import LARGEST, read_bytes, too_large

WHOLE_AT_THE_END = ("abfs", "gcs", "s3")
"""File systems on which a file is there when it is closed and not before."""
_REMOTE = "://"


@dataclass(frozen=True)
class FileInfo:
    """A file: its path below the folder, or its name; its size in bytes, and when it was changed."""

    path: str
    size: int
    mtime_ns: int

    @property
    def signature(self) -> str:
        """By what it is known to be as it was."""
        return f"{self.size} {self.mtime_ns}"


class Place:
    """A folder or file, the same for any process that has it, and `given` as it was, without options and keys. Can be
    pickled.

    Raises `ConfigurationError` for an address that no file system of Arrow takes.
    """

    def __init__(self, given: str) -> None:
        self.is_local = _REMOTE not in given
        self.given = (given if self.is_local else _without_secrets(given)).rstrip("/") or "/"
        self._address = str(Path(given).absolute()) if self.is_local else given
        self._system: Any = None
        self._path = ""
        self._open()

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_system": None}

    def __str__(self) -> str:
        return self.given

    @property
    def local(self) -> Path:
        """The path of a local place."""
        return Path(self._address)

    def exists(self) -> bool:
        """Whether there is a file or a folder."""
        return bool(self._info("").type.name != "NotFound")

    def is_file(self) -> bool:
        """Whether it is a file."""
        return bool(self._info("").is_file)

    def holds(self, relative: str) -> bool:
        """Whether there is such a file in it."""
        return bool(self._info(relative).is_file)

    def shown(self, relative: str) -> str:
        """The path of a file in it, called as the place was; of the place itself for an empty one."""
        return f"{self.given.rstrip('/')}/{relative}" if relative else self.given

    def files(self, suffixes: tuple[str, ...]) -> list[FileInfo]:
        """The files below it whose names end so, in any case of the letters, in the order of their paths; hidden ones
        and those in hidden folders are left out. A file is itself, with an empty path.

        Raises `ConfigurationError` where it cannot be listed.
        """
        from pyarrow import fs

        if self.is_file():
            found = [self._info("")]
        elif self.is_local:
            places = (os.path.join(at, name) for at, _, names in os.walk(self._path) for name in names)  # noqa: PTH118
            found = [self._info(path[len(self._path) + 1 :]) for path in places if path.lower().endswith(suffixes)]
        else:
            try:
                found = self._open().get_file_info(fs.FileSelector(self._path, recursive=True))
            except OSError as fault:
                raise ConfigurationError(f"{self} cannot be listed: {fault}") from fault
        start = len(self._path.rstrip("/")) + 1
        files = [
            FileInfo(info.path[start:], info.size or 0, info.mtime_ns or 0)
            for info in found
            if info.is_file and info.path.lower().endswith(suffixes)
        ]
        shown = (file for file in files if not any(part.startswith(".") for part in file.path.split("/")))
        return sorted(shown, key=lambda file: file.path)

    def read(self, relative: str) -> bytes:
        """The bytes of a file. Raises `ReadError`."""
        if self.is_local:
            return read_bytes(self.local / relative if relative else self.local)
        try:
            with self.opened(relative) as file:
                raw: bytes = file.read(LARGEST + 1)
        except OSError as fault:
            raise ReadError(f"{self.shown(relative)} cannot be read: {fault}") from fault
        if len(raw) > LARGEST:
            raise ReadError(f"{self.shown(relative)}: {too_large(None)}")
        return raw

    def opened(self, relative: str) -> Any:
        """A file to be read at any of its bytes. Raises `OSError`."""
        return self._open().open_input_file(self._at(relative))

    def write(self, relative: str, raw: bytes) -> None:
        """Writes a file, which is there whole or not at all. Raises `OSError`."""
        if self.is_local:
            with Whole(self.local / relative, durable=True) as local:
                local.write(raw)
            return
        system, final = self._open(), self._at(relative)
        at_once = system.type_name in WHOLE_AT_THE_END
        path = final if at_once else self._at(f".{secrets.token_hex(8)}.part")
        with system.open_output_stream(path) as file:
            file.write(raw)
        if not at_once:
            system.move(path, final)

    def remove(self, relative: str) -> None:
        """Removes a file, if it is there."""
        with suppress(FileNotFoundError):
            self._open().delete_file(self._at(relative))

    def make(self) -> None:
        """Makes the folder. Raises `ConfigurationError`."""
        try:
            if self.is_local:
                self.local.mkdir(parents=True, exist_ok=True)
            else:
                self._open().create_dir(self._path, recursive=True)
        except OSError as fault:
            raise ConfigurationError(f"cannot write into {self}: {fault}") from fault

    def _info(self, relative: str) -> Any:
        try:
            return self._open().get_file_info([self._at(relative)])[0]
        except OSError as fault:
            raise ConfigurationError(f"{self} cannot be reached: {fault}") from fault

    def _at(self, relative: str) -> str:
        return f"{self._path.rstrip('/')}/{relative}" if relative else self._path

    def _open(self) -> Any:
        if self._system is None:
            from pyarrow import ArrowException, fs

            if self.is_local:
                self._system, self._path = fs.LocalFileSystem(), os.fspath(self._address)
            else:
                try:
                    self._system, self._path = fs.FileSystem.from_uri(self._address)
                except (ArrowException, OSError) as fault:
                    raise ConfigurationError(f"{self}: Arrow has no file system for it: {fault}") from fault
        return self._system


def _without_secrets(address: str) -> str:
    """An address as it may be shown: it may hold a key, or come with options."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address.partition("?")[0].rpartition("@")[2]
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"

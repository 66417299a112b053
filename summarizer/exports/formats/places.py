"""Where an export goes: files and folders that appear when they are written to the end, and never over others' work."""

from __future__ import annotations

import json
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from summarizer.errors import ConfigurationError

MANIFEST = "export.json"
"""The file of an exported folder that says what was written into it."""
_LEFT_SECONDS = 86_400.0
"""The age after which a file that was being written is taken for one that a killed run left."""


@contextmanager
def new_file(path: Path, is_ours: Callable[[Path], bool], *, force: bool) -> Iterator[Path]:
    """A path beside `path` to write to, which takes its place when all went well.

    Raises `ConfigurationError` where something stands there that is not ours, unless `force`.
    """
    if path.is_dir():
        raise ConfigurationError(f"{path} is a folder: name a file with -o")
    if path.exists() and not force and path.stat().st_size and not is_ours(path):
        raise ConfigurationError(
            f"{path} is there, and is no such export: name another file with -o, or write over it with --force"
        )
    temporary = _beside(path)
    try:
        yield temporary
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def new_folder(path: Path, about: dict[str, Any], *, force: bool) -> Iterator[Path]:
    """A folder beside `path` to write files into, which are moved to `path` when all went well.

    There they replace those of an earlier export, and leave what else is in the folder. The manifest, `about` with the
    names of the files, goes last, and is missing while files are being moved. Raises `ConfigurationError` where `path`
    has other things in it and no manifest, unless `force`.
    """
    if path.exists() and not path.is_dir():
        raise ConfigurationError(f"{path} is a file: name a folder with -o")
    before = _written_before(path)
    if before is None and path.is_dir() and any(path.iterdir()) and not force:
        raise ConfigurationError(
            f"{path} has other things in it: name another folder with -o, or write into it with --force"
        )
    temporary = _beside(path)
    try:
        temporary.mkdir()
        yield temporary
        names = sorted(each.name for each in temporary.iterdir())
        path.mkdir(exist_ok=True)
        (path / MANIFEST).unlink(missing_ok=True)
        for name in names:
            (temporary / name).replace(path / name)
        for name in set(before or ()) - set(names):
            if (path / name).is_file():
                (path / name).unlink()
        manifest = json.dumps({**about, "files": names}, ensure_ascii=False, indent=2)
        (temporary / MANIFEST).write_text(f"{manifest}\n", encoding="utf-8")
        (temporary / MANIFEST).replace(path / MANIFEST)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _written_before(path: Path) -> list[str] | None:
    """The names of the files that an earlier export wrote into the folder; None where there was none."""
    try:
        value = json.loads((path / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    names = value.get("files") if isinstance(value, dict) and "layout_version" in value else None
    # Somebody may have edited it: only names within the folder are ever removed.
    return [name for name in names if isinstance(name, str) and Path(name).name == name] if names is not None else None


def _beside(path: Path) -> Path:
    """A new name in the same folder; what a killed run left under such a name a day ago is removed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for left in path.parent.glob(f".{path.name}.*.part"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_SECONDS:
                shutil.rmtree(left) if left.is_dir() else left.unlink()
    return path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")

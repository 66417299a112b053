"""The articles of a folder, and the names under which their summaries are kept."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from summarizer.errors import ConfigurationError
from summarizer.readers import article_suffixes

SUFFIX = ".json"
_LONGEST_NAME = 200
"""Bytes of one name in a path. File systems take 255; the rest is room for the suffix and a temporary name."""

_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\:\ud800-\udfff]|%(?=[0-9A-Fa-f]{2})")
"""What a name must not hold as it stands: controls, bytes that are not UTF-8 (which Python reads as surrogates),
separators of other systems, and what looks like the escape of one of these."""


def find_articles(
    folder: Path, *, exclude: Path | None = None, on_error: Callable[[OSError], None] | None = None
) -> Iterator[Path]:
    """The articles below `folder`, in the order of their relative paths: regular files with a known suffix.

    Hidden files and folders are skipped, and so is the folder `exclude`. Links to files are followed; links to
    folders are not, so that a walk ends and stays where it was sent. A folder that cannot be listed goes to
    `on_error`. A `folder` that is a file is one article.
    """
    if folder.is_file():
        yield folder
        return
    suffixes = article_suffixes()
    yield from (Path(entry) for entry in _files(folder, exclude, on_error) if entry.suffix.lower() in suffixes)


def check_folder(folder: Path, *, exclude: Path | None = None) -> int:
    """How many articles `find_articles` finds.

    Raises `ConfigurationError` where there is none, and says what is there instead.
    """
    try:
        mode = folder.stat().st_mode
    except (OSError, ValueError) as fault:
        raise ConfigurationError(f"{folder}: {getattr(fault, 'strerror', None) or fault}") from fault
    if stat.S_ISREG(mode):
        return 1
    if not stat.S_ISDIR(mode):
        raise ConfigurationError(f"{folder} is neither a folder nor a file")
    faults: list[OSError] = []
    count = sum(1 for _ in find_articles(folder, exclude=exclude, on_error=faults.append))
    if count:
        return count
    if faults:
        raise ConfigurationError(f"{faults[0].filename}: {faults[0].strerror}") from faults[0]
    known = ", ".join(sorted(article_suffixes()))
    others = Counter(path.suffix.lower() or "no suffix" for path in _files(folder, exclude, None))
    if not others:
        raise ConfigurationError(f"{folder} is empty: put articles into it ({known})")
    there = ", ".join(f"{suffix} ({number})" for suffix, number in others.most_common(5))
    raise ConfigurationError(f"{folder} holds no article: it has {there}, articles end in {known}")


def _files(folder: Path, exclude: Path | None, on_error: Callable[[OSError], None] | None) -> Iterator[Path]:
    """Every regular file below `folder`, and every link that leads nowhere, so that it is missed by name."""
    left_out = _identity(exclude) if exclude else None
    stack = [iter(_listing(folder, on_error))]
    while stack:
        entry = next(stack[-1], None)
        if entry is None:
            stack.pop()
        elif entry.is_dir(follow_symlinks=False):
            path = Path(entry.path)
            if left_out is None or _identity(path) != left_out:
                stack.append(iter(_listing(path, on_error)))
        elif _is_article_file(entry):
            yield Path(entry.path)


def _listing(folder: Path, on_error: Callable[[OSError], None] | None) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as fault:
        if on_error:
            on_error(fault)
        return []
    # With the slash, the walk comes out in the order of the whole relative paths.
    return sorted(shown, key=lambda entry: entry.name + "/" * entry.is_dir(follow_symlinks=False))


def _is_article_file(entry: os.DirEntry[str]) -> bool:
    try:
        return stat.S_ISREG(entry.stat().st_mode)
    except OSError as fault:
        return entry.is_symlink() and fault.errno in (errno.ENOENT, errno.ELOOP)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def left_out(folder: Path, out: Path) -> Path:
    """The folder that must not be read when results go to `out`: `out` itself, or its summaries where `out` is the
    folder of the articles, or holds it."""
    inside = out.resolve()
    return inside / "summaries" if folder.resolve().is_relative_to(inside) else inside


def relative_name(path: Path, folder: Path) -> str:
    """The path of an article inside its folder, with `/` between the parts; a lone article's own name."""
    return path.name if path == folder else path.relative_to(folder).as_posix()


def document_path(relative: str) -> PurePosixPath:
    """Where the summary of the article at `relative` is kept, below the folder of summaries.

    The article's own path with `.json` behind it. Names that could not be written everywhere, or that would clash
    with a document's name, are escaped as in a URL, and shortened with a hash where they are too long: two
    articles never share a document, and none lies outside the folder.
    """
    *folders, name = [part for part in relative.split("/") if part]
    return PurePosixPath(*(_safe(part, folder=True) for part in folders), _safe(name) + SUFFIX)


def _safe(name: str, *, folder: bool = False) -> str:
    # A folder `a.txt.json` would stand where the summary of `a.txt` goes.
    like_document = folder and name.lower().endswith(SUFFIX)
    only_dots = not name.strip(".")
    if like_document or only_dots or _UNSAFE.search(name):
        name = "".join(_escape(character) for character in name)
        if only_dots:
            name = name.replace(".", "%2E")
        elif like_document:
            name = f"{name[: -len(SUFFIX)]}%2E{name[-len(SUFFIX) + 1 :]}"
    encoded = name.encode()
    if len(encoded) <= _LONGEST_NAME:
        return name
    digest = hashlib.sha256(encoded).hexdigest()[:24]
    return f"{encoded[: _LONGEST_NAME - 25].decode(errors='ignore')}~{digest}"


def _escape(character: str) -> str:
    if character != "%" and not _UNSAFE.match(character):
        return character
    errors = "surrogateescape" if "\udc80" <= character <= "\udcff" else "surrogatepass"
    return "".join(f"%{byte:02X}" for byte in character.encode(errors=errors))

"""The articles of a folder, and the names under which their summaries are kept."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from summarizer.batch.database import NAME as STORE
from summarizer.batch.sorting import sorted_names
from summarizer.errors import ConfigurationError
from summarizer.exports.html import GENERATOR, HEAD, OURS
from summarizer.readers import article_suffixes

log = logging.getLogger(__name__)

SUFFIX = ".json"
_LONGEST_NAME = 200
"""Bytes of one name in a path. File systems take 255; the rest is room for the suffix and a temporary name."""

_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\:\ud800-\udfff]|%(?=[0-9A-Fa-f]{2})")
"""What a name must not hold as it stands: controls, bytes that are not UTF-8 (which Python reads as surrogates),
separators of other systems, and what looks like the escape of one of these."""


Report = Callable[[OSError], None]
"""Is told of a folder that cannot be listed."""
Found = tuple[str, os.stat_result | None]
"""The path of an article inside the folder, and what its file is like; None for what is no file or cannot be seen."""
_LINKS_NAMED = 3
"""Links to folders that are named where they are not followed."""


def find_articles(folder: Path, *, exclude: Path | None = None, on_error: Report | None = None) -> Iterator[Path]:
    """The articles below `folder`, in the order of their relative paths: what has a known suffix and is no folder.

    Hidden files and folders are skipped, and so is the folder `exclude`. Links to files are followed; links to
    folders are not, so that a walk ends and stays where it was sent, and a warning names them. What cannot be read (a
    link that leads nowhere, a named pipe, a device) is found all the same, so that it is missed by name. A folder that
    cannot be listed goes to `on_error`. A `folder` that is a file is one article.
    """
    alone = folder.is_file()
    for relative, _ in walk(folder, exclude=exclude, on_error=on_error):
        yield folder if alone else folder / relative


def walk(folder: Path, *, exclude: Path | None = None, on_error: Report | None = None) -> Iterator[Found]:
    """What `find_articles` finds, with the state of each file; memory does not grow with the number of articles."""
    if folder.is_file():
        yield folder.name, folder.stat()
        return
    yield from _files(folder, exclude, on_error, tuple(article_suffixes()))


def check_folder(folder: Path, *, exclude: Path | None = None) -> None:
    """Raises `ConfigurationError` where `find_articles` finds no article, and says what is there instead."""
    try:
        mode = folder.stat().st_mode
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or fault
        raise ConfigurationError(f"{folder}: {why}; check the path and its permissions") from fault
    if stat.S_ISREG(mode):
        return
    if not stat.S_ISDIR(mode):
        raise ConfigurationError(f"{folder} is neither a folder nor a file")
    faults: list[OSError] = []
    if next(_unsorted(folder, exclude, faults.append, tuple(article_suffixes())), None) is not None:
        return
    if faults:
        raise ConfigurationError(f"{faults[0].filename}: {faults[0].strerror}; check its permissions") from faults[0]
    known = ", ".join(sorted(article_suffixes()))
    # Enough to say what kind of folder it is.
    links = _Links()
    names = islice(_unsorted(folder, exclude, on_link=links), 10_000)
    others = Counter(Path(name).suffix.lower() or "no suffix" for name in names)
    if not others and links.number:
        raise ConfigurationError(f"{folder} holds only {links}, which are not followed: run on what they lead to")
    if not others:
        raise ConfigurationError(f"{folder} is empty: put articles into it ({known})")
    there = ", ".join(f"{suffix} ({number})" for suffix, number in others.most_common(5))
    raise ConfigurationError(f"{folder} holds no article: it has {there}, articles end in {known}")


def _files(folder: Path, exclude: Path | None, on_error: Report | None, suffixes: tuple[str, ...]) -> Iterator[Found]:
    """Everything below `folder` whose name ends so and that is no folder, in order."""
    left_out = _identity(exclude) if exclude else None
    root = f"{folder}{os.sep}"
    links = _Links()
    stack = [("", sorted_names(_listing(folder, on_error, suffixes, links)))]
    while stack:
        prefix, names = stack[-1]
        name = next(names, None)
        if name is None:
            stack.pop()
        elif name.endswith(b"/"):
            path = prefix + name.decode("utf-8", "surrogatepass")
            if left_out is None or _identity(root + path) != left_out:
                stack.append((path, sorted_names(_listing(root + path[:-1], on_error, suffixes, links))))
        else:
            path = prefix + name.decode("utf-8", "surrogatepass")
            try:
                status = os.stat(root + path)  # noqa: PTH116 (a million times)
            except FileNotFoundError:
                # Gone since it was listed, or a link that leads nowhere.
                if os.path.islink(root + path):  # noqa: PTH114
                    yield path, None
            except OSError:
                yield path, None
            else:
                if not stat.S_ISDIR(status.st_mode):
                    yield path, status if stat.S_ISREG(status.st_mode) else None
    if links.number:
        log.warning("%s are not followed: to have their articles, run on the folders they lead to", links)


class _Links:
    """Links to folders that were met: how many, and the first few."""

    def __init__(self) -> None:
        self.number = 0
        self._first: list[str] = []

    def __call__(self, path: str) -> None:
        self.number += 1
        if len(self._first) < _LINKS_NAMED:
            self._first.append(path)

    def __str__(self) -> str:
        more = f" and {self.number - _LINKS_NAMED:,} more" if self.number > _LINKS_NAMED else ""
        return f"links to folders ({', '.join(self._first)}{more})"


def _unsorted(
    folder: Path,
    exclude: Path | None,
    on_error: Report | None = None,
    suffixes: tuple[str, ...] | None = None,
    on_link: Callable[[str], None] | None = None,
) -> Iterator[str]:
    """The names of the files below `folder` as they come."""
    left_out = _identity(exclude) if exclude else None
    stack = [str(folder)]
    while stack:
        place = stack.pop()
        for name in _listing(place, on_error, suffixes, on_link):
            shown = name.decode("utf-8", "surrogatepass")
            path = os.path.join(place, shown.rstrip("/"))  # noqa: PTH118
            if shown.endswith("/"):
                if left_out is None or _identity(path) != left_out:
                    stack.append(path)
            elif not os.path.isdir(path):  # noqa: PTH112
                yield shown


def _listing(
    folder: Path | str,
    on_error: Report | None,
    suffixes: tuple[str, ...] | None,
    on_link: Callable[[str], None] | None = None,
) -> Iterator[bytes]:
    """The names in `folder` in UTF-8, those of folders with a stroke behind them: so a walk that sorts them comes out
    in the order of the whole relative paths. The paths of links to folders go to `on_link`; reports of ours are left
    out."""
    if os.path.exists(os.path.join(folder, OURS)):  # noqa: PTH110, PTH118
        return
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith(".") or (name.endswith(".html") and _is_report(folder, entry.path)):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield f"{name}/".encode("utf-8", "surrogatepass")
                elif on_link and entry.is_symlink() and os.path.isdir(entry.path):  # noqa: PTH112
                    on_link(entry.path)
                elif suffixes is None or name.lower().endswith(suffixes):
                    yield name.encode("utf-8", "surrogatepass")
    except OSError as fault:
        if on_error:
            # One that comes in the middle of a listing does not say where.
            on_error(OSError(fault.errno, fault.strerror, str(folder)))


def _is_report(folder: Path | str, path: str) -> bool:
    """Whether a page beside a store is the report that this program made of it."""
    if not os.path.exists(os.path.join(folder, STORE)):  # noqa: PTH110, PTH118
        return False
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return GENERATOR in file.read(HEAD)
    except OSError:
        return False


def _identity(path: Path | str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return status.st_dev, status.st_ino


def left_out(folder: Path, out: Path) -> Path:
    """The folder that must not be read when results go to `out`: `out` itself, or its summaries where `out` is the
    folder of the articles, or holds it."""
    # Not `Path.resolve`, which raises where links lead in a circle.
    inside = Path(os.path.realpath(out))
    return inside / "summaries" if Path(os.path.realpath(folder)).is_relative_to(inside) else inside


def shown_name(path: str) -> str:
    """`path` as Unicode text: bytes of a name that are not UTF-8, which Python reads as surrogates, as `\\xe9`."""
    return path.encode(errors="surrogateescape").decode(errors="backslashreplace")


def unlisted(why: str) -> str:
    """What is said of a folder that cannot be listed."""
    return f"the folder cannot be listed ({why}): its articles are missing until that is mended and the run made again"


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

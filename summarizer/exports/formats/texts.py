"""The texts of articles: a result holds its own only where decoding the article's file does not give it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from summarizer.errors import ArticleError, SummarizerError
from summarizer.readers import read_article


class Texts:
    """Finds the text that a result was made from: in the result, or in a file that has it still.

    A file is looked for under its `source.path`, in the folder the program runs in and then in `folders`, there also
    without the first parts of the path. A file that reads otherwise than it did (by its SHA-256) is passed over.
    """

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self._folders = folders

    def find(self, source: Mapping[str, Any]) -> str | None:
        """The text for a result's `source`; None where no file has it."""
        text = source.get("text")
        if isinstance(text, str):
            return text
        path, sha256 = source.get("path"), source.get("sha256")
        if not isinstance(path, str) or not path or "\0" in path:
            return None
        for place in self._places(path):
            try:
                if not place.is_file():
                    continue
                found = read_article(place).text
            except (SummarizerError, ArticleError, OSError):
                continue
            if hashlib.sha256(found.encode()).hexdigest() == sha256:
                return found
        return None

    def _places(self, path: str) -> Iterator[Path]:
        yield Path(path)
        parts = PurePosixPath(path.replace("\\", "/")).parts
        for folder in self._folders:
            if folder.is_file():
                yield folder
            for first in range(len(parts)):
                if parts[first] not in ("/", "..", "."):
                    yield folder.joinpath(*parts[first:])

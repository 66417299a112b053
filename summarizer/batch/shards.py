"""One folder on several machines: each run does the articles of its shard, and a store is of one shard for good."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from summarizer.batch.plan import encoded
from summarizer.batch.reading import Reading
from summarizer.errors import ConfigurationError

FACT = "shard"
"""The fact that says which shard a store is of; a store without it is of none."""
_WRITTEN = re.compile(r"\s*(\d{1,9})\s*/\s*(\d{1,9})\s*", re.ASCII)


@dataclass(frozen=True, order=True)
class Shard:
    """The articles whose content falls to number `number`, from 1, of `of`. Raises `ConfigurationError`."""

    of: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= self.of:
            most = max(self.of, 1)
            raise ConfigurationError(f"--shard {self}: the shards of {most} are 1/{most} to {most}/{most}")

    @classmethod
    def parse(cls, text: str) -> Shard:
        """The shard that is written as `2/8`."""
        found = _WRITTEN.fullmatch(text)
        if found is None:
            raise ConfigurationError(f"--shard {text}: write it like 2/8, the second of eight")
        return cls(int(found[2]), int(found[1]))

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def holds(self, content: bytes) -> bool:
        """Whether an article with these bytes belongs to it: so articles of the same bytes are in one shard."""
        return number_of(content, self.of) == self.number

    def share(self, files: int) -> int:
        """How many of so many files belong to it about, where none has been read yet."""
        return round(files / self.of)

    def holds_path(self, path: str) -> bool:
        """The same of what has no content: a file that cannot be read, a folder that cannot be listed."""
        return self.holds(encoded(path))


def number_of(content: bytes, shards: int) -> int:
    """The number of the shard that these bytes fall to."""
    return int.from_bytes(hashlib.sha256(content).digest(), "big") % shards + 1


def check_shard(reading: Reading, out: Path, shard: Shard | None) -> None:
    """Raises `ConfigurationError` where the store of `out` is of another shard than this run, or of none."""
    begun = reading.read("SELECT 1 FROM runs LIMIT 1")
    was = reading.facts().get(FACT)
    if not begun or was == (None if shard is None else str(shard)):
        return
    if shard is None:
        raise ConfigurationError(
            f"{out} is shard {was} of a folder: run it with --shard {was}, or put the shards together with "
            "`summarizer merge`"
        )
    what = f"shard {was}" if was else "a run over a whole folder"
    raise ConfigurationError(f"{out} holds {what}, and this is shard {shard}: give each shard a folder of its own")

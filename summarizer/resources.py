"""Where the files stand that people edit and the program reads: `prompts/` and `schemas/`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from summarizer.errors import ConfigurationError

PACKAGE = Path(__file__).resolve().parent


def resource_folder(name: Literal["prompts", "schemas"]) -> Path:
    """The folder `name`: inside the package in a wheel, at the repository's top in a checkout or editable install.

    Raises `ConfigurationError` where it is in neither place.
    """
    for folder in (PACKAGE / "data" / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise ConfigurationError(f"the folder {name}/ is missing from this installation: install summarizer again")

"""`summarizer batch --engine`: what goes together, and what is said where Ray is missing."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from summarizer.cli import app

MakeFolder = Callable[..., Path]


def batch(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["batch", *map(str, arguments), "-m", "offline"])


@pytest.fixture
def without_ray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.engines.ray_run.find_spec", lambda name: None if name == "ray" else object())


@pytest.mark.usefixtures("without_ray")
def test_where_ray_is_missing_it_is_said_how_to_install_it(folder: MakeFolder, tmp_path: Path) -> None:
    done = batch(folder({"a.txt": "Orrin rose."}), "-o", tmp_path / "out", "--engine", "ray")
    assert done.exit_code == 2
    assert done.stderr == "summarizer: --engine ray needs ray: pip install '.[ray]'\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("option", [("--actors", 2), ("--block", 9), ("--cache", "answers"), ("--text-column", "body")])
def test_options_of_ray_are_not_taken_without_it(
    folder: MakeFolder, tmp_path: Path, option: tuple[object, object]
) -> None:
    done = batch(folder({"a.txt": "Orrin rose."}), "-o", tmp_path / "out", *option)
    assert done.exit_code == 2
    assert f"{option[0]}: with --engine ray only" in done.stderr


@pytest.mark.parametrize("source", ["s3://someone:key@news/in", "gs://news/in?key=1"])
def test_an_address_wants_ray(tmp_path: Path, source: str) -> None:
    done = batch(source, "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "://… is no local path: add --engine ray" in done.stderr
    assert "key" not in done.stderr


@pytest.mark.parametrize("option", [("--documents",), ("--no-documents",), ("--shard", "1/2")])
def test_options_that_ray_has_nothing_for_are_told(
    folder: MakeFolder, tmp_path: Path, option: tuple[object, ...]
) -> None:
    done = batch(folder({"a.txt": "Orrin rose."}), "-o", tmp_path / "out", "--engine", "ray", *option)
    assert done.exit_code == 2
    assert "not with --engine ray" in done.stderr


def test_an_unknown_engine_is_told(folder: MakeFolder, tmp_path: Path) -> None:
    done = batch(folder({"a.txt": "Orrin rose."}), "-o", tmp_path / "out", "--engine", "spark")
    assert done.exit_code == 2


def test_nothing_of_ray_is_loaded_without_it(folder: MakeFolder, tmp_path: Path) -> None:
    """Neither is missed where it is not installed."""
    if importlib.util.find_spec("ray") is not None:
        pytest.skip("Ray is installed here")
    assert batch(folder({"a.txt": "Orrin rose."}), "-o", tmp_path / "out").exit_code == 0

"""Compare settings of trafilatura on pages whose article is known.

    python benchmarks/pages.py FOLDER

The folder holds `pages.jsonl` (one page a line: `id`, `html`, the path of the page, and `text`, its article) and
`score_html.py`, whose `score` counts runs of four words that are shared, missing and too many.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from pathlib import Path
from typing import Any

from summarizer.errors import ReadError
from summarizer.readers import html
from summarizer.readers.decoding import decode

SETTINGS: dict[str, dict[str, Any]] = {
    "default": {},
    "favor_precision": {"favor_precision": True},
    "favor_recall": {"favor_recall": True},
    "fast": {"fast": True},
    "fast, favor_precision": {"fast": True, "favor_precision": True},
    "favor_precision, no tables": {"favor_precision": True, "include_tables": False},
    "deduplicate": {"deduplicate": True},
    "deduplicate, favor_precision": {"deduplicate": True, "favor_precision": True},
}


def main() -> None:
    import trafilatura

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    spec = importlib.util.spec_from_file_location("score_html", folder / "score_html.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    rows = [json.loads(line) for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()]
    pages = {row["id"]: decode((folder / row["html"]).read_bytes(), markup=True).text for row in rows}
    trafilatura.extract(next(iter(pages.values())))  # what is loaded at first use is not timed

    print(f"{len(pages)} pages, {sum(map(len, pages.values())) / 1e6:.1f} million characters")
    print(f"{'setting':30}{'precision':>10}{'recall':>8}{'F1':>7}{'ms a page':>11}")
    for name, setting in SETTINGS.items():
        began = time.perf_counter()
        bodies = {
            key: trafilatura.extract(page, include_comments=False, **setting) or "" for key, page in pages.items()
        }
        report(name, scorer.score(rows, bodies), (time.perf_counter() - began) / len(pages))
    began = time.perf_counter()
    bodies = {key: article(page) for key, page in pages.items()}
    report("summarizer, title and body", scorer.score(rows, bodies), (time.perf_counter() - began) / len(pages))


def article(page: str) -> str:
    try:
        return html.read(page).text
    except ReadError:
        return ""


def report(name: str, scores: dict[str, float], seconds: float) -> None:
    print(f"{name:30}{scores['precision']:>10.3f}{scores['recall']:>8.3f}{scores['F1']:>7.3f}{seconds * 1000:>11.1f}")


if __name__ == "__main__":
    main()

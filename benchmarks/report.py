"""How large the HTML report is, how long it takes to write, and how quickly a browser opens and filters it.

    python -m benchmarks.report [FOLDER] [--articles 100 1000 10000] [--repeat 5] [--picture FILE]

The offline rules read the first hundred articles of FOLDER (../shared/data/articles); for more, their results are put
into a store again and again under other names. Each report is opened in Chromium in a new profile: the time from the
navigation to the end of loading and to the first paint, and that from a key in the box above the deals to the next
paint, are the medians of `--repeat`. `--picture` makes the picture of docs/report.md, and
nothing else. Needs Playwright (`pip install '.[test]'`) and Debian's Chromium (`apt-get install chromium`).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from summarizer.batch import StoredRun
from summarizer.models.providers import open_model
from summarizer.pipeline import Pipeline

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT.parent / "shared/data/articles"
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
)
FIRST = 100

LOADED = """() => new Promise((done) => setTimeout(() => {
  const [navigation] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  done([navigation.loadEventEnd, paint ? paint.startTime : NaN]);
}, 200))"""
FILTERED = """(words) => new Promise((done) => {
  const box = document.querySelector("section.data .find input");
  const began = performance.now();
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})"""


def run_over(folder: Path, out: Path) -> None:
    async def work_off(run: StoredRun, pipeline: Pipeline) -> None:
        async for _ in run.run():
            pass
        await pipeline.close()

    pipeline = Pipeline(open_model("offline"))
    with StoredRun(folder, out, pipeline) as run:
        asyncio.run(work_off(run, pipeline))


def multiplied(out: Path, into: Path, articles: int) -> Path:
    """The store of `out` with its results again and again until they are so many."""
    into.mkdir()
    shutil.copy(out / "run.sqlite", into)
    with sqlite3.connect(into / "run.sqlite") as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(articles)")]
        [(had, texts)] = connection.execute("SELECT count(*), (SELECT max(id) FROM texts) FROM articles")
        changed = {
            "path": "CAST(? || '/' || CAST(path AS TEXT) AS BLOB)",
            "document": "document + ?",
        }
        values = ", ".join(changed.get(name, name) for name in columns)
        for turn in range(1, -(-articles // had)):
            behind = turn * texts
            connection.execute(f"INSERT INTO texts SELECT id + {behind}, zlib FROM texts WHERE id <= {texts}")
            ask = f"INSERT INTO articles SELECT {values} FROM articles WHERE document <= {texts} LIMIT ?"
            connection.execute(ask, (f"copy {turn:05}", behind, articles - turn * had))
    connection.close()
    return into


def written(out: Path) -> tuple[float, float]:
    """CPU seconds and the most memory in MB that writing the report takes, in a process of its own."""
    program = "import sys; from pathlib import Path; from summarizer.batch.report import write_report; "
    program += "write_report(Path(sys.argv[1]))"
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(out)], env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=ROOT
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(child.returncode)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / (1 if sys.platform == "darwin" else 1024)


def opened(browser: Any, page_file: Path, repeat: int) -> tuple[float, float, float]:
    """Milliseconds to the end of loading, to the first paint, and from a key to the filtered table."""
    loads, paints, filters = [], [], []
    for turn in range(repeat):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(page_file.resolve().as_uri())
        load, paint = page.evaluate(LOADED)
        loads.append(load)
        paints.append(paint)
        filters.append(page.evaluate(FILTERED, "abcdefgh"[turn % 8]))
        context.close()
    return median(loads), median(paints), median(filters)


def picture(target: Path, out: Path, browser: Any) -> None:
    """An article of the report on the project's own examples, with its first record pointed at."""
    context = browser.new_context(viewport={"width": 1160, "height": 800})
    page = context.new_page()
    page.goto(f"{(out / 'report.html').as_uri()}#16")
    page.wait_for_selector(".open")
    page.locator(".open .records li").first.hover()
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=target)
    context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ARTICLES)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sys.exit("Playwright is not installed: pip install '.[test]'")
    if not CHROMIUM.exists():
        sys.exit(f"{CHROMIUM} is not there: apt-get install chromium")
    with tempfile.TemporaryDirectory() as scratch:
        first = Path(scratch) / "first"
        stores = []
        if options.picture:
            os.chdir(ROOT)
            run_over(Path("examples/articles"), first)
            written(first)
        else:
            if not options.folder.is_dir():
                sys.exit(f"{options.folder} is not there: name a folder of articles")
            chosen = Path(scratch) / "articles"
            chosen.mkdir()
            for path in sorted(options.folder.glob("*.txt"))[:FIRST]:
                shutil.copy(path, chosen)
            run_over(chosen, first)
            stores = [multiplied(first, Path(scratch) / f"{number}", number) for number in options.articles]
        took = [written(store) for store in stores]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            if options.picture:
                picture(options.picture.resolve(), first, browser)
            else:
                show(options, stores, took, browser)
            browser.close()


def show(options: argparse.Namespace, stores: list[Path], took: list[tuple[float, float]], browser: Any) -> None:
    print(f"load: 1-minute average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(
        f"{'articles':>8}{'written in':>12}{'memory':>9}{'start page':>13}{'all pages':>11}{'loaded':>9}{'painted':>9}"
        f"{'filtered':>10}"
    )
    for articles, store, (seconds, memory) in zip(options.articles, stores, took, strict=True):
        start = store / "report.html"
        pages = sum(path.stat().st_size for path in store.glob("report/*.html"))
        load, paint, filtered = opened(browser, start, options.repeat)
        print(
            f"{articles:>8,}{seconds:>10.1f} s{memory:>6.0f} MB{start.stat().st_size / 1000:>10,.0f} kB"
            f"{pages / 1e6:>8.1f} MB{load:>6.0f} ms{paint:>6.0f} ms{filtered:>7.0f} ms"
        )


if __name__ == "__main__":
    main()

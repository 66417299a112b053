"""Compare sentence splitters: boundaries found in awkward business prose, speed, and agreement on development articles.

    python benchmarks/sentences.py [FOLDER OF .txt ARTICLES] [--errors SPLITTER]

The gold set is `benchmarks/data/sentences.json`: prose about invented companies, every boundary marked by hand. The
folder, which is optional, gives the speed, how far the splitters agree, and a second gold set that nobody here made:
those of its articles that hold one sentence a line are joined to one paragraph each, and the splitters have to find
the line ends again ("rejoined"; lines without a final mark are left out). Splitters that are not installed are left
out; `pip install pysbd sentencex nltk` brings them. Punkt is trained on the folder: its own models are a download.

A boundary is the number of characters, white space not counted, before it. "as is" gives the splitter the whole text;
"in paragraphs" gives it one paragraph after the other, as cut by `summarizer.text.paragraphs`.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from summarizer.text.paragraphs import paragraphs
from summarizer.text.sentences import split_sentences

MARK = "‖"
FINISHED = re.compile(r"[.!?][\"”’')]*$")
GOLD = Path(__file__).parent / "data" / "sentences.json"
Splitter = Callable[[str], list[str]]


def ours(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def every_line(text: str) -> list[str]:
    """The weakest splitter worth beating: lines, cut after ". "."""
    return [piece for line in text.splitlines() for piece in line.replace(". ", ".\n").split("\n")]


def in_paragraphs(splitter: Splitter) -> Splitter:
    return lambda text: [piece for start, end in paragraphs(text) for piece in splitter(text[start:end])]


def installed(sample: Sequence[str]) -> Iterator[tuple[str, Splitter]]:
    try:
        import pysbd  # type: ignore[import-untyped]

        segmenter = pysbd.Segmenter(language="en", clean=False)
        yield "pysbd", segmenter.segment
    except ImportError:
        print("pysbd is not installed")
    try:
        import sentencex  # type: ignore[import-untyped]

        yield "sentencex", lambda text: list(sentencex.segment("en", text))
    except ImportError:
        print("sentencex is not installed")
    try:
        import blingfire  # type: ignore[import-untyped]

        yield "blingfire", lambda text: blingfire.text_to_sentences(text).split("\n")
    except ImportError:
        print("blingfire is not installed")
    try:
        from nltk.tokenize.punkt import PunktSentenceTokenizer, PunktTrainer  # type: ignore[import-untyped]

        trainer = PunktTrainer("\n".join(sample))
        yield "punkt", PunktSentenceTokenizer(trainer.get_params()).tokenize
    except ImportError:
        print("nltk is not installed")


def boundaries(pieces: Sequence[str]) -> tuple[set[int], int]:
    """Inner boundaries, and how many characters the pieces hold in all, white space not counted."""
    found, length = set(), 0
    for piece in pieces:
        length += len("".join(piece.split()))
        found.add(length)
    return found - {0, length}, length


def gold_texts() -> list[tuple[str, str, set[int]]]:
    texts = json.loads(GOLD.read_text(encoding="utf-8"))["texts"]
    return [(item["kind"], item["text"].replace(MARK, ""), boundaries(item["text"].split(MARK))[0]) for item in texts]


def rejoined(articles: Sequence[str]) -> list[tuple[str, str, set[int]]]:
    """Articles that came as one sentence a line, in one paragraph each, with their line ends as boundaries."""
    texts = []
    for article in articles:
        lines = [line.strip() for line in article.strip().split("\n")]
        if len(lines) < 8 or "" in lines:
            continue
        sentences = [line for line in lines if FINISHED.search(line)]
        texts.append(("", " ".join(sentences), boundaries(sentences)[0]))
    return texts


def f_score(splitter: Splitter, texts: Sequence[tuple[str, str, set[int]]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the boundaries of all texts together."""
    right = wrong = missing = 0
    for _, text, cuts in texts:
        found = boundaries(splitter(text))[0]
        right, wrong, missing = right + len(found & cuts), wrong + len(found - cuts), missing + len(cuts - found)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missing)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="development articles, one .txt file each")
    parser.add_argument("--errors", help="print the wrong and the missing boundaries of this splitter")
    arguments = parser.parse_args()
    files = sorted(arguments.folder.glob("*.txt")) if arguments.folder else []
    articles = [file.read_bytes().decode("utf-8", "replace") for file in files]
    megabytes = sum(len(article.encode()) for article in articles) / 1e6
    gold, lines = gold_texts(), rejoined(articles)

    splitters: list[tuple[str, Splitter]] = [("summarizer", ours), ("lines and '. '", every_line)]
    for name, splitter in installed(articles):
        splitters += [(f"{name}, as is", splitter), (f"{name}, in paragraphs", in_paragraphs(splitter))]

    print(f"gold: {len(gold)} texts, {sum(len(cuts) for *_, cuts in gold)} boundaries")
    print(f"rejoined: {len(lines)} articles, {sum(len(cuts) for *_, cuts in lines)} boundaries")
    print(f"speed and agreement with summarizer: {len(articles)} articles, {megabytes:.1f} MB\n")
    print("                            gold:                             rejoined:")
    print("splitter                   prec.  recall     F1  text kept   prec.  recall     F1    MB/s  agrees")
    reference = [boundaries(ours(article))[0] for article in articles]
    for name, splitter in splitters:
        kept = all(boundaries(splitter(text))[1] == len("".join(text.split())) for _, text, _ in gold)
        began = time.perf_counter()
        answers = [boundaries(splitter(article))[0] for article in articles]
        speed = megabytes / (time.perf_counter() - began)
        both = sum(len(a & b) for a, b in zip(answers, reference, strict=True))
        either = sum(len(a | b) for a, b in zip(answers, reference, strict=True))
        row = "".join(f"{figure:8.3f}" for figure in f_score(splitter, gold)) + f"{'yes' if kept else 'no':>9}"
        if articles:
            row += "  " + "".join(f"{figure:8.3f}" for figure in f_score(splitter, lines))
            row += f"{speed:8.1f}{both / max(1, either):8.3f}"
        print(f"{name:24}{row}")
        if arguments.errors and name.startswith(arguments.errors):
            for kind, text, cuts in (*gold, *lines):
                found = boundaries(splitter(text))[0]
                show(kind, text, found - cuts, "wrong")
                show(kind, text, cuts - found, "missing")


def show(kind: str, text: str, cuts: set[int], what: str) -> None:
    """Print what stands before and after boundaries."""
    places = [place for place, character in enumerate(text) if not character.isspace()]
    for cut in sorted(cuts):
        end = places[cut - 1] + 1
        print(f"  {what:8}{kind:40}{text[max(0, end - 30) : end]!r} | {text[end : end + 25]!r}")


if __name__ == "__main__":
    main()

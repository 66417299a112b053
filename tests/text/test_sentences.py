"""Sentences: where they end, and that they always hold the whole text."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.sentences import split_sentences

GOLD = Path(__file__).resolve().parents[2] / "benchmarks" / "data" / "sentences.json"


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def split_at_marks(marked: str) -> tuple[str, list[str]]:
    """A text with ‖ at every boundary, without the marks, and its sentences."""
    return marked.replace("‖", ""), [piece.strip() for piece in marked.split("‖") if piece.strip()]


ABBREVIATIONS = [
    "Quillmark Inc. won the order.‖ Ostrava Data Corp. came second.",
    "The chips come from Tarn Foundry Ltd.‖ The servers do not.",
    "Rivals buy from Tarn Foundry Corp.‖ Halden’s own plant is idle. ‖The plant’s rivals are not.",
    "It hired Halden Corp. Chief Executive Ines Okafor.",
    "Halden Corp. (NYSE: HLD) rose.",
    "The bank was Pell & Co. Ltd.‖ It took no fee.",
    "Orchard Robotics Inc. ORBT saw its shares rise 4%.",
    "The plant is in the U.S.‖ It employs 400.",
    "The U.S. Environmental Agency objected to environmental damage.",
    "The call is at 9 a.m. Eastern on Friday.",
    "The vote ended at 6 p.m.‖ Nobody stayed.",
    "Sen. Dana Whitlock met Lt. Gov. Pru Castellan of St. Albans.",
    "The firm left Wall St.‖ Investors approved.",
    "The No. 2 maker said no.‖ Talks ended.",
    "He answered: No.‖ She did too.",
    "It closes on Jan. 10, 2025, or in Feb. at the latest.",
    "Profit was $2.1 million vs. $1.9 million.",
    "She holds a Ph.D. in physics.",
    "Clifford Baines Jr. has resigned.",
    "It sells pumps, valves, etc.‖ Margins are thin.",
    "Marsh sits in Lincoln, Neb.‖ Its mayor is pleased.",
    "The ratio, i.e. Debt to Equity, fell.",
    "Shares of Spirit Freight Inc..‖ Volume was light.",
]

INITIALS = [
    "Elan R. Voss met J. P. Marlowe and T.K. Adeyemi.",
    "Voss also owns X.‖ The site has users.‖ X is private.",
    "Users left X.‖ Revenue fell, and X lost money.",
    "It raised a Series B.‖ Then it failed.",
    "Its R&D is large.‖ Its R & D.‖ Nobody knows why.",
    "My colleagues and I.‖ Nobody else.",
]

QUOTES = [
    "“The story is growth,” Pell wrote.‖ “It will last.”‖ Others differ.",
    "He said: “No.”‖ Then he left.",
    "“Why now?” Okafor asked.‖ “Why not?”‖ The room laughed.",
    "“Who would pay that!” one banker exclaimed.",
    '"We hire weekly." ‖"We fire too," she said.‖ \'Nobody cared.\'‖ Shares fell.',
    "“It is over.” — Jane Roe",
    "(A spokesman confirmed the letter.)‖ It was sent in May.",
    "She called it “dead on arrival.” ‖(He did not.)‖ [It was not.]‖ Fine.",
    "The market grew.[1]‖ Prices fell.",
]

MARKS = [
    "“We thought … it would pass,” she said.‖ It did not....‖ Silence.",
    "“I… I never knew,” he said.",
    "It cites “material […] weakness.”‖ Lawyers shrugged.",
    "They agreed to a deal at... $28 a share.",
    "It was said. … ‖Nobody knew.".replace(" … ‖", "‖ … "),
    "Yahoo! Inc. bid.‖ So did Yum! Brands.‖ Wow!‖ It won.",
    "Revenue rose 3.5% to $22.08.‖ 2024 was better.‖ €4 million is due.",
    "xAI rose.‖ iPod sales fell.‖ eBay sued.",
    "It sued Wares.io.‖ Visit www.parcel.example for more.",
    "The bank closed the deal.‖The price was low.",
    "売上高は増加した。‖利益は減少した。",
    "The bid lapsed.‖ — Voss left.",
]

LAYOUT = [
    "Halden Buys Pell\n‖The price is $3.\n\n‖Table of Contents\n‖What to watch\n‖Everything.",
    "Highlights:\n‖- Revenue of $410 million\n‖• Net income rose\n‖1. Close the gap\n‖2) Hire in the U.S.",
    "Key points: ‖• Sales rose ‖• Costs fell",
    "NEW YORK (Meridian) — Tarn Foundry cut its outlook.‖ Shares fell.",
    "DAYTON, Ohio, Feb. 3, 2025 (Newsline) -- Halden N.V. said it agreed.",
    "WASHINGTON, D.C. — The agency approved the merger.",
    "HALDEN CORP. TO BUY PELL INC. FOR $3 BILLION\n‖THE DEAL IS ALL CASH.‖ IT CLOSES IN MAY.",
    "Title of it\n=====\n‖Text of it.",
]

TOKENISED = [
    "Halden ' s stock rose 2.5 % , to $ 14.20 .‖ The maker - - of pumps - - said so .",
    "Pell -LRB- a broker -RRB- cheered .‖ `` It is time , '' said one .‖ Others waited .",
    'Voss said , " It is done . " ‖Nobody spoke .',
]


@pytest.mark.parametrize("marked", [*ABBREVIATIONS, *INITIALS, *QUOTES, *MARKS, *LAYOUT, *TOKENISED])
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    text, expected = split_at_marks(marked)
    assert sentences(text) == expected


def test_the_gold_set_of_the_benchmark_is_split_right_but_for_a_hundredth() -> None:
    found = right = marked = 0
    for item in json.loads(GOLD.read_text(encoding="utf-8"))["texts"]:
        text, expected = split_at_marks(item["text"])
        got = sentences(text)
        found, marked = found + len(got), marked + len(expected)
        right += len(set(got) & set(expected))
    assert marked > 200
    assert right >= 0.98 * max(found, marked)


def test_a_text_without_a_word_is_one_sentence_a_paragraph() -> None:
    assert sentences("... !!\n\n***") == ["... !!", "***"]


def test_a_mark_without_words_stays_with_the_sentence_before() -> None:
    assert sentences("It fell. … …") == ["It fell. … …"]


@pytest.mark.parametrize("blank", ["", " ", "\n\t\r\n", "\u3000\u2028\x1c"])
def test_a_blank_text_has_no_sentences(blank: str) -> None:
    assert split_sentences(blank) == []


WORDS = ["Inc", "U.S", "J", "the", "The", "a.m", "No", "3", "x", "é", "売", "𝔘", "-RRB-"]
SIGNS = [".", "…", "?", "!", "。", "”", "“", '"', "'", ")", "(", "-", "•", "1.", "\u200b"]
SPACES = [" ", "  ", "\n", "\r\n", "\r", "\n    ", "\u2028", "\u00a0"]
AWKWARD = st.lists(st.sampled_from([*WORDS, *SIGNS, *SPACES]), max_size=80).map("".join)


@given(st.one_of(st.text(max_size=300), AWKWARD))
def test_every_character_but_white_space_is_in_exactly_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    held = [offset for start, end in spans for offset in range(start, end) if not text[offset].isspace()]
    assert held == [offset for offset, character in enumerate(text) if not character.isspace()]


@given(st.one_of(st.text(max_size=300), AWKWARD))
def test_sentences_are_trimmed_and_in_order(text: str) -> None:
    spans = split_sentences(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(AWKWARD)
def test_the_same_text_gives_the_same_sentences(text: str) -> None:
    assert split_sentences(text) == split_sentences("".join(text))


@given(AWKWARD, AWKWARD)
def test_no_sentence_crosses_a_blank_line(before: str, after: str) -> None:
    text = f"{before}\n\n{after}"
    assert not any(start < len(before) and end > len(before) + 2 for start, end in split_sentences(text))


@pytest.mark.parametrize(
    "unit", [".", "a. ", "A. ", "x", '" ', '. "', "(", "“", "Mr. ", "… “", " .", ". …", "a.A", "•", "é"]
)
def test_a_long_line_of_one_thing_is_split_without_delay(unit: str) -> None:
    text = unit * 60_000
    assert split_sentences(text)[-1][1] == len(text.rstrip())


def test_the_reference_articles_are_split_at_every_line(shared: Path) -> None:
    for file in sorted((shared / "articles").glob("*.txt")):
        text = file.read_bytes().decode("utf-8")
        ends = {end for _, end in split_sentences(text)}
        offset = 0
        for line in text.split("\n"):
            assert not line.strip() or offset + len(line.rstrip()) in ends
            offset += len(line) + 1

"""What a figure measures, read from the figure outwards; each sentence has its figure between angle brackets."""

from __future__ import annotations

import pytest

from summarizer.mapping.measures import follows_on, head_of, is_bounded, sure_measure
from summarizer.text.numbers import read_amounts


def measured(marked: str, said: str) -> str | None:
    """`sure_measure` of the figure between the brackets, for what the rules say it measures."""
    start, end = marked.index("<"), marked.index(">") - 1
    words = marked.replace("<", "").replace(">", "")
    [amount] = read_amounts(words[start:end])
    return sure_measure(words, start, end, said, amount.kind)


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("It had revenue of <$4 million> last year.", "revenue"),
        ("Orrin booked a net loss of <$4 million>, its first.", "net loss"),
        ("Orrin had sales of $9 million and earnings of <$1 million>.", "earnings"),
        ("The ferries run at an operating margin of <6%>.", "operating margin"),
        ("Revenue of <$4 million> beat what was hoped for.", "Revenue"),
        ("Last year's wool sales rose <5%>.", "wool sales"),
        ("Orrin said first quarter profit rose <50 pct> on demand for tiles.", "profit"),
        ("Third-quarter profit climbed to <$4 million>.", "profit"),
        ("Sales in the far north were up <5%> in May.", "Sales in the far north"),
        ("Orrin's net debt stood at <$4 million>.", "Orrin's net debt"),
        ("The dividend was <4 cents>.", "dividend"),
        ("The main index ended <0.4%> higher.", "main index"),
        ("Stocks fell, with the main index down <0.4%>.", "main index"),
        ("Pellam Bank raised its price target to <$9>.", "price target"),
        ("The central bank held its interest rate at <4%>.", "interest rate"),
        ("It has won an order worth <$4 million> from Lund.", "order"),
        ("Lund took a <30%> stake in Orrin.", "stake"),
        ("It signed a <$4 million> term loan with Pellam Bank.", "term loan"),
        ("Orrin generated <$4 million> in revenue.", "revenue"),
        ("Orrin holds <$4 million> of deposits.", "deposits"),
        ("Costs grew, beside a <4%> rise in traffic.", "traffic"),
        ("It paid <$4 million> to settle.", "payment"),
        ("The mill is owed <$4 million>.", "debt"),
        ("Lund bought Orrin in May for <$4 million>.", "price"),
        ("Orrin sold its mill in Tarn to the Stent family for <$4 million>.", "price"),
        ("The round values Orrin at <$4 million>.", "value"),
        ("It held a <7%> interest in Orrin.", "interest"),
    ],
)
def test_a_noun_in_a_tight_construction_is_what_the_figure_measures(marked: str, said: str) -> None:
    assert measured(marked, said) == said


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        # Something else stands between, or the noun belongs to something else.
        ("It reported interest, taxes and amortisation of <$4 million>.", "amortisation"),
        ("The gap between the price and the value of the offer widened to <41%>.", "offer"),
        ("A fall in the price of <$4> would hurt.", "price"),
        ("Earnings and revenue rose <4%>.", "revenue"),
        ("It owns <30%> of the shares.", "shares"),
        ("Its costs should exceed the <$4 million> of last year.", "costs"),
        ("The area has a jobless rate of <150%> of the mean.", "jobless rate"),
        # By how much, not how much.
        ("Its price was <$4> lower.", "price"),
        ("Fees rose <$4> in May.", "Fees"),
        ("It raised its dividend by <4 cents>.", "dividend"),
        ("It had debts of <$4 million> more than it let on.", "debts"),
        # The noun phrase is cut, or no noun phrase.
        ("Lund will also pay royalties of <4%>.", "pay royalties"),
        ("The fund built stakes of <$4 million>.", "fund built stakes"),
        ("Lund took a <30%> stake holding.", "stake"),
        ("It has cut <$4 million> in costs.", "costs"),
        ("Barring a strike 1987 earnings were <$4 million>.", "strike earnings"),
        # No noun of the closed list, or one that needs another before it.
        ("The clip was <4%>.", "clip"),
        ("The rate was <4%>.", "rate"),
        ("The value was <4%>.", "value"),
        # No object of the verb.
        ("The chairman was paid <$4 million>.", "payment"),
        ("It bought Orrin, which sells cloth at $2 and thread for <$4>.", "price"),
        ("It paid <$4 million> bonuses.", "payment"),
    ],
)
def test_anything_else_is_not(marked: str, said: str) -> None:
    assert measured(marked, said) is None


def test_an_owner_without_a_name_is_left_out() -> None:
    assert measured("The company's net profit rose <4%>.", "company's net profit") == "net profit"


@pytest.mark.parametrize(
    ("words", "last", "figure", "kinds", "wanted"),
    [
        ("Sales rose 4% to $9 million.", "4%", "$9 million", ("percent", "money"), True),
        ("Shares were up 4% at $9 by noon.", "4%", "$9", ("percent", "money"), True),
        ("Sales came to $9 million, up from $8 million.", "$9 million", "$8 million", ("money", "money"), True),
        ("Sales rose 4% to $9 million tills.", "4%", "$9 million", ("percent", "money"), False),
        ("Sales rose 4% and $9 million was paid.", "4%", "$9 million", ("percent", "money"), False),
        ("Sales of $9 million, from 4% of shops.", "$9 million", "4%", ("money", "percent"), False),
    ],
)
def test_one_figure_goes_on_from_another(
    words: str, last: str, figure: str, kinds: tuple[str, str], wanted: bool
) -> None:
    start = words.index(figure)
    assert follows_on(words, words.index(last) + len(last), start, start + len(figure), kinds) is wanted


def test_the_head_of_a_noun_phrase() -> None:
    assert [head_of(words) for words in ("operating margin in Peru", "Sales", "price of copper")] == [
        "margin",
        "sales",
        "price",
    ]


@pytest.mark.parametrize(
    ("behind", "wanted"),
    [
        ("", True),
        (", its best", True),
        (" in May", True),
        (" a share in May", True),
        (" higher", False),
        (" of sales", False),
        (" wooden clogs", False),
        ("-a-day", False),
    ],
)
def test_what_may_stand_behind_a_number(behind: str, wanted: bool) -> None:
    assert is_bounded(f"$4{behind}", 2) is wanted

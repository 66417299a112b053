"""Stories put together as they are about one company of which few others tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier.protagonists import join_protagonists
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling

NOTICE = """Vellmark recalls Emberline kettles
DULUTH, March 3, 2014 - Vellmark asked buyers on Monday to stop using its Emberline kettles, as the spout may crack when
the water boils. The recall covers those made from May to November. Vellmark has heard of nineteen scalds. A new lid and
spout are sent by post at no charge, and nobody has to give the old kettle back. Shops have been told to clear their
shelves by the end of the week. The maker said that it had changed the mould in December.
"""
HOME = """A kettle, a scald and a long winter
March 12, 2014
For two months Ruth Ansgar could not hold a cup. Her Emberline broke in January, she says, and she wrote to Vellmark the
same night. The answer was a voucher. Since last week there has been a recall, and she keeps the voucher on the fridge
door. Her sister bought the same one in green. At Vellmark a man on the phone was friendly, but would not tell her how
many such letters had come before hers. She has gone back to a pan with a lid.
"""
THIRD = """What Vellmark owes to those who have its kettle
March 20, 2014
Whoever has an Emberline at home need not look for the bill. Vellmark sends the part to all who ask, and the recall has
no end. Those who were hurt should keep the kettle and take pictures of it, as a lawyer in our office hours told us.
He thinks that most will be paid something before the summer. Do not answer calls from people who want a fee for that,
since the form is short and there is help with it at the town hall on Thursdays.
"""


def tellings_of(texts: Sequence[str]) -> list[Telling]:
    summaries = [summarize(Article.from_text(text), model="offline") for text in texts]
    return [
        Telling(place, Story(summary, text)) for place, (summary, text) in enumerate(zip(summaries, texts, strict=True))
    ]


def test_two_that_share_maker_product_and_recall_are_one() -> None:
    assert join_protagonists(tellings_of([NOTICE, HOME]), []) == [[0, 1]]


@pytest.mark.parametrize(
    "text",
    [
        HOME.replace("March 12, 2014", "March 12, 2015"),
        HOME.replace("Emberline", "Northlight"),
        HOME.replace("a recall", "a sale"),
        HOME.replace("Vellmark", "Brannoch"),
    ],
    ids=["a year later", "another product", "no recall", "another maker"],
)
def test_what_has_less_in_common_stays_alone(text: str) -> None:
    assert join_protagonists(tellings_of([NOTICE, text]), []) == []


def test_a_maker_of_whom_many_tell_says_too_little() -> None:
    others = [
        HOME.replace("Emberline", "Northlight").replace("a recall", "a sale").replace("March 12", f"March {day}")
        for day in range(14, 24)
    ]
    assert join_protagonists(tellings_of([NOTICE, HOME, *others]), []) == []


def test_one_joins_those_who_are_of_the_event() -> None:
    assert join_protagonists(tellings_of([NOTICE, HOME, THIRD]), [[0, 1]]) == [[0, 1, 2]]


def test_one_of_another_year_does_not() -> None:
    assert join_protagonists(tellings_of([NOTICE, HOME, THIRD.replace("2014", "2015")]), [[0, 1]]) == []


def test_the_dossier_has_them_in_one_event(dossier_of: Callable[[Sequence[str]], Dossier]) -> None:
    assert [event.articles for event in dossier_of([NOTICE, HOME, THIRD]).events] == [["a1", "a2", "a3"]]


FINED = """Ostrell Insurance must pay 4 million for letters that scared
March 4, 2014 - Ostrell has been fined for letters that told the old of burglars who were never there. The penalty is
the largest for a matter of this kind. Whoever wrote them worked in a building by the canal and had a bonus for each
policy that was sold in a week. Ostrell said that nothing like them has gone out for two years, and that the head of
that office has left. It did not say what will become of those who signed and still pay.
"""
ADVICE = """Did Ostrell write to you? What to do now
March 9, 2014
Ever since the fine was announced readers have asked us whether they get their premiums back. They do, if they ask for
them before autumn. A phone call is enough. Do not pay anyone for help, since there is none to give. Those who threw the
letter away need not worry, for Ostrell has kept copies. Nobody will come to the door, and if somebody does, it is not
from the insurer. A second penalty for the brokers may follow, though no one will talk of it yet.
"""


def test_two_on_one_company_of_whom_no_other_tells_are_one_within_weeks() -> None:
    assert join_protagonists(tellings_of([FINED, ADVICE]), []) == [[0, 1]]


def test_two_that_lie_months_apart_or_are_of_other_kinds_stay_alone() -> None:
    assert join_protagonists(tellings_of([FINED, ADVICE.replace("March 9", "June 9")]), []) == []
    strike = ADVICE.replace("the fine was announced", "the strike began").replace("second penalty", "second walkout")
    assert join_protagonists(tellings_of([FINED, strike]), []) == []


CLAIM = """Auditors find holes in the books of Tremmock
October 6, 2009 - The books of ferry line Tremmock hold sales that never were, its auditors say. Tickets for crossings
in fog were counted twice, and so were lorries. The fraud goes back to the spring of 2006 at least. Tremmock has let its
purser in chief go. The shares lost a third. Edda Harnung, who prosecutes, has asked for the tickets. They fill a barn.
"""
TRIAL = """Two years for the man who counted lorries twice
June 2, 2011 - The former purser in chief of Tremmock has been sent to prison for fraud. He told the court that the
lorries and the fog had been his own idea. Tremmock asked for its bonus back, and got the half of it. Edda Harnung
had asked for four years. His lawyer said that the barn with the tickets had been left open to the rain by the police.
"""
SECOND = """Tremmock cuts its winter timetable
October 9, 2009 - Ferry line Tremmock will sail but twice a day from November, as it did before the bridge. The small
boats go to the yard. Those with a season ticket may use the bus. The harbour cafe, which Tremmock owns, shuts at six.
No word was to be had on fares, and the board meets again at Easter, when the larger of the quays is to be mended.
"""


def test_a_scandal_goes_on_until_the_trial() -> None:
    assert join_protagonists(tellings_of([CLAIM, CLAIM.replace("6", "8"), TRIAL]), [[0, 1]]) == [[0, 1, 2]]


def test_other_news_of_the_company_in_the_same_week_is_none_of_it() -> None:
    assert join_protagonists(tellings_of([CLAIM, CLAIM.replace("6", "8"), SECOND]), [[0, 1]]) == []


def test_those_who_are_of_it_and_have_not_joined_yet_are_no_strangers() -> None:
    others = [TRIAL.replace("June 2", f"June {day}").replace("Two years", f"{day} months") for day in range(3, 8)]
    found = join_protagonists(tellings_of([CLAIM, CLAIM.replace("6", "8"), TRIAL, *others]), [[0, 1]])
    assert [sorted(one) for one in found] == [list(range(8))]


def test_a_second_fine_of_the_next_year_is_another_event() -> None:
    second = FINED.replace("March 4, 2014", "August 20, 2015").replace("burglars", "floods")
    assert join_protagonists(tellings_of([FINED, ADVICE, second]), [[0, 1]]) == []

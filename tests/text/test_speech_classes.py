"""Classes of statements that were missed or cut on texts which nobody had written rules for: one test for each."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.text.speech import Speech, find_speech


def speech(text: str) -> list[Speech]:
    return find_speech(text, [(sentence.start, sentence.end) for sentence in Article.from_text(text).sentences])


def said(text: str) -> list[tuple[str | None, str]]:
    """(speaker, the pieces of what is said) of every statement."""
    return [(item.speaker, " | ".join(text[start:end] for start, end in item.content)) for item in speech(text)]


def sources(text: str) -> list[str]:
    return [text[slice(*item.source)] for item in speech(text) if item.source]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("A person familiar with the talks said this came from old loans.", "this came from old loans"),
        ("This is also helping the mood, Varga said.", "This is also helping the mood"),
        ("Varga said this past week that it earned more.", "it earned more"),
    ],
)
def test_this_is_a_subject_unless_it_tells_when(text: str, content: str) -> None:
    [(_, found)] = said(text)
    assert found == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Bo Lund quickly added, however, that growth was slow.", "growth was slow"),
        ("Bo Lund told me not long ago that he is leaving.", "he is leaving"),
        ("Bo Lund told investors a few weeks ago that costs would fall.", "costs would fall"),
        ("“Why not tell the world?” Bo Lund kept asking.", "Why not tell the world?"),
        (
            "Varga took care to say the “size of the loss was less than half.”",
            "the “size of the loss was less than half.”",
        ),
        (
            "Bo Lund told Tarn Daily host Alma Reck on Thursday how surprised he is that prices fell.",
            "how surprised he is that prices fell",
        ),
    ],
)
def test_what_stands_between_a_verb_and_what_is_said_is_passed_over(text: str, content: str) -> None:
    [(_, found)] = said(text)
    assert found == content


def test_people_may_begin_to_do_something_behind_an_adjunct() -> None:
    text = "After the first phones were shipped, people began using them for work, Varga said while visiting the fair."
    [(_, found)] = said(text)
    assert found == "After the first phones were shipped, people began using them for work"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "The deal, said Varga, “allows us to build again,” and he noted that Tarn was keen.",
            "The deal | “allows us to build again,”",
        ),
        ("The mills are no “museums,” Varga said, but instead “places to work.”", "The mills are no “museums,” | "),
        ("Many of the mills were old, Varga said, and “we had to start anew.”", "Many of the mills were old | "),
    ],
)
def test_a_statement_goes_on_behind_its_speaker(text: str, pieces: str) -> None:
    assert said(text)[0][1].startswith(pieces)


def test_a_speaker_stands_between_two_dashes() -> None:
    text = "“We grew in every region” — Ruud de Wit, the bank's chairman — “and we will grow again.”"
    [item] = speech(text)
    assert item.speaker == "Ruud de Wit"
    assert [text[start:end] for start, end in item.content] == ["We grew in every region", "and we will grow again."]


def test_an_aside_in_dashes_behind_a_quotation_is_no_speaker() -> None:
    assert speech("The sign “Open all day” — a lie, as Varga knew — “was old.”") == []


def test_a_quotation_comes_from_somebody() -> None:
    text = "“It has the makings of the firm's brightest day,” from Ines Varga at Tarn Reviews."
    [item] = speech(text)
    assert (item.speaker, item.affiliation) == ("Ines Varga", "Tarn Reviews")


@pytest.mark.parametrize(
    "text",
    [
        "“We do not hedge as much.”\nVarga told me in an email Monday.",
        "“We do not hedge as much.” Varga said.",
        "“The mayor has done a fine job for us!” Varga tweeted before the vote.",
    ],
)
def test_a_sentence_that_only_says_who_spoke_belongs_to_the_quotation_before(text: str) -> None:
    [item] = speech(text)
    assert item.speaker == "Varga"


def test_a_sentence_that_says_more_than_who_spoke_has_its_own_statement() -> None:
    text = "“We do not hedge,” Lund said. “We sell.” Varga said in May prices would fall."
    assert ("Varga", "in May prices would fall") in said(text) or said(text)[-1][1] == "prices would fall"
    assert said(text)[0] == ("Lund", "We do not hedge | We sell.")


def test_common_words_before_a_job_lead_to_its_bearer() -> None:
    text = "“The next best thing is here,” lead researcher and Tarn Institute scientist Ines Varga said in a statement."
    [item] = speech(text)
    assert item.speaker == "Ines Varga"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The head of one insurer that earns most of its money from cars told me that he leaves.",
            "The head of one insurer",
        ),
        ("Men live longer, according to new findings that could widen its use.", "new findings"),
        (
            "It is harder to raise money, according to 32 percent of founders questioned.",
            "32 percent of founders questioned",
        ),
        ("There were two deaths, according to a study of 10,142 patients.", "a study of 10,142 patients"),
        ("Two years on, according to the now defunct Mill Union, wages had doubled.", "the now defunct Mill Union"),
        ("One, who owns a shop by the quay, said he had read it in the papers.", "One"),
        ("Tarn had offered about $9 million, one of them said.", "one of them"),
        ("He had to defend not paying an architect who said he was cheated.", "an architect"),
        ("Varga, who in 2010 said that the mill was safe, has left.", "Varga"),
        (
            "Following a hurriedly called, late meeting, the council issued a statement calling it “a clear breach.”",
            "the council",
        ),
        ("Meanwhile, it attacked Tarn, saying it “has cheated its buyers.”", "it"),
        ("Piet van der Wit said that the bank would pay.", "Piet van der Wit"),
        ("“We will pay,” said the bank's Ruud de Wit.", "the bank's Ruud de Wit"),
    ],
)
def test_whose_words_they_are(text: str, source: str) -> None:
    assert source in sources(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The story suggests the ministry understands that it needs a plan.",
            "the ministry understands that it needs a plan",
        ),
        ("Varga vowed not to repeat that mistake and set up a rule urging staff to report thefts.", None),
        ("Varga said that talks were over and thought of the days when the mill was new.", None),
        ("Varga suggested looking at the bill first.", "looking at the bill first"),
        ("Varga has used the phrase “hard times” often in her talks.", "hard times"),
        ("The club called the charges unfounded and old.", "the charges unfounded and old"),
        ("Staff called Bo Lund a quack.", "Bo Lund a quack"),
        ("The chairman complained of noise, even suggesting he may have been muted.", "he may have been muted"),
    ],
)
def test_what_is_said_is_neither_cut_nor_split(text: str, content: str | None) -> None:
    found = [words for _, words in said(text)]
    if content is None:
        assert len(found) == 1
    else:
        assert content in found


@pytest.mark.parametrize(
    "text",
    [
        "Having said that, prices fell again.",
        "Back when Varga wrote his book, debt was a last resort.",
        "The chairman has attacked allies as well as rivals.",
    ],
)
def test_what_says_nothing_of_anybody_is_no_statement(text: str) -> None:
    assert all("debt" not in words and "prices" not in words for _, words in said(text))


def test_the_newspaper_behind_a_statement_reports_it() -> None:
    text = "Those who lost their jobs were paid $35,000 a year, The Tarn Journal reports."
    assert said(text) == [("Tarn Journal", "Those who lost their jobs were paid $35,000 a year")]


def test_what_is_called_something_ends_with_its_quotation_behind_what() -> None:
    text = "It came after what several lawmakers called “fraud” led Bo Lund to resign."
    assert said(text) == [("several lawmakers", "fraud")]


def test_who_spoke_goes_on_where_the_next_sentence_quotes_him_in_part() -> None:
    text = (
        "“It is a worry,” said engine consultant Bo Lund. "
        "The engine has “had its share of trouble and it has yet to be sorted out.”"
    )
    assert said(text)[1] == ("Bo Lund", "had its share of trouble and it has yet to be sorted out.")


def test_a_few_quoted_words_of_the_next_sentence_are_not_his() -> None:
    text = "“It is a worry,” said engine consultant Bo Lund. The plant sells a “smart engine plan.”"
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“The region needs power,” said Ines Varga, Tarn's Middle East director.", "Middle East director"),
        ("“It is a start,” said its North America sales director, Ines Varga.", "North America sales director"),
        ("“It is a start,” said its UK director, Ines Varga.", "UK director"),
        ("“It is a start,” Bank of America chief executive Ines Varga said.", "chief executive"),
        ("“We think this should settle it,” Tarn vice\n    president Ines Varga said.", "vice president"),
    ],
)
def test_a_role_keeps_its_region_and_no_part_of_a_name(text: str, role: str) -> None:
    [item] = speech(text)
    assert (item.speaker, item.role) == ("Ines Varga", role)


def test_an_index_is_no_speaker() -> None:
    text = "Zarn plc has sold its lease. The FTSE 250 company said the sale would cut its debt."
    assert said(text) == [("Zarn plc", "the sale would cut its debt")]

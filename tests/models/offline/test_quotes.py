"""Quotes by rules: which statements become records, under whose name."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import summarize
from summarizer.article import Article
from summarizer.models.offline import read_news
from summarizer.verdicts import Verdict


def quotes_of(text: str) -> list[dict[str, Any]]:
    quotes: list[dict[str, Any]] = read_news(Article.from_text(text))["quotes"]
    return quotes


def only(text: str) -> dict[str, Any]:
    [quote] = quotes_of(text)
    return quote


def test_a_quotation_split_by_its_speaker_is_one_record_with_an_ellipsis() -> None:
    quote = only("“We sold the mill to the town,” Ines Varga said. “Nobody else came with money.”")
    assert quote["text"] == "We sold the mill to the town … Nobody else came with money."


def test_pieces_with_a_not_between_them_are_not_joined_by_an_ellipsis() -> None:
    text = "“We sold the mill to the town,” said Ines Varga, who does not own it. “Nobody else came with money.”"
    assert [quote["text"] for quote in quotes_of(text)] == [
        "We sold the mill to the town",
        "Nobody else came with money.",
    ]


def test_two_quoted_statements_of_one_sentence_are_two_records() -> None:
    text = "Ines Varga said that the mill was “never really ours,” and that the town “always knew that.”"
    assert len(quotes_of(text)) == 2


def test_she_is_the_only_woman_of_the_sentence_before() -> None:
    text = "Mary Okoye met Robert Lund at the old mill. “The old mill is lost to the town,” she said."
    assert only(text)["speaker"] == "Mary Okoye"


def test_quoted_words_whose_speaker_stays_open_are_given_to_the_pronoun() -> None:
    text = "Ines Varga met Maria Okoye at the old mill. “The old mill is lost to the town,” she said."
    quote = only(text)
    assert (quote["speaker"], quote["speaker_kind"]) == ("she", "other")


def test_he_right_behind_an_unnamed_speaker_is_that_one() -> None:
    text = "Robert Lund runs the mill. A trader said steel was dear. “Nobody buys at that price,” he said."
    assert [quote["speaker"] for quote in quotes_of(text)] == ["A trader", "A trader"]


def test_a_job_that_one_person_has_names_that_person() -> None:
    text = (
        "Tarn Steel named Ines Varga, chief executive of Lund Forge, to its board. "
        "Old mills close early, the chief executive said."
    )
    assert only(text)["speaker"] == "Ines Varga"


@pytest.mark.parametrize(
    "text",
    [
        "The charts suggest that the shares could fall below $20.",
        "The town knew steel. Its prices say that the mill will be shut for good.",
        "About 73 percent said that the mill was too loud at night.",
    ],
)
def test_what_no_one_says_is_no_quote(text: str) -> None:
    assert quotes_of(text) == []


def test_a_headline_is_no_quote() -> None:
    text = "Tarn Steel says mill to close by spring\n\nThe town was told on Monday about the mill and its workers."
    assert quotes_of(text) == []


def test_a_refusal_to_comment_is_a_record_of_its_own_mode() -> None:
    quote = only("A spokesman for Tarn Steel declined to comment on the price.")
    assert (quote["mode"], quote["speaker"]) == ("no_comment", "Tarn Steel")


def test_a_company_that_speaks_through_its_spokesman_has_no_job_and_belongs_to_nobody() -> None:
    quote = only("A spokesman for Tarn Steel declined to comment on the price.")
    assert (quote["speaker_kind"], quote["affiliation"], quote["role"]) == ("company", None, None)


def test_the_turns_of_an_interview_are_quotes_of_those_who_are_named_before_the_colon() -> None:
    text = (
        "VARGA: Why did you sell the mill to the town?\n\nLUND: Nobody else came with that much money.\n\n"
        "VARGA: Would you do it again next year?\n\nLUND: Yes, for the same amount of money."
    )
    assert [quote["speaker"] for quote in quotes_of(text)] == ["Varga", "Lund", "Varga", "Lund"]


ARTICLE = """Tarn Steel sells mill

TARNSTAD, March 4 (Corvane) - Tarn Steel Inc. will sell its old mill to the town, the company said on Monday.

“We looked for a buyer for two years,” said Ines Varga, chief executive of Tarn Steel. “Nobody came.”

She added that wages would be paid until June, and called the price “fair to everybody.”

According to Robert Lund, an analyst at Petrel Research, the mill lost about $2 million a year. “It had to go,” he \
told reporters in Oslo, “and the town knows it.”

Two people familiar with the talks said the town had first offered half of that. A spokeswoman for the town did not \
respond to a request for comment.
"""


def test_the_verifier_finds_no_fault_in_the_quotes_of_an_article() -> None:
    summary = summarize(Article.from_text(ARTICLE), model="offline")
    assert [quote.verdict for quote in summary.quotes] == [Verdict.VERIFIED] * len(summary.quotes)


def test_every_speaker_of_an_article_is_heard() -> None:
    speakers = [(quote["speaker"], quote["mode"]) for quote in quotes_of(ARTICLE)]
    assert speakers == [
        ("Tarn Steel Inc.", "indirect"),
        ("Ines Varga", "direct"),
        ("Ines Varga", "indirect"),
        ("Ines Varga", "mixed"),
        ("Robert Lund", "indirect"),
        ("Robert Lund", "direct"),
        ("Two people familiar with the talks", "indirect"),
        ("A spokeswoman for the town", "no_comment"),
    ]


@pytest.mark.parametrize("words", ["We do not", "It is over", "We will"])
def test_few_words_between_quotation_marks_are_a_quote_too(words: str) -> None:
    found = only(f'"{words}," Petra Lindqvist said. The mill is shut.')
    assert (found["text"], found["speaker"], found["mode"]) == (words, "Petra Lindqvist", "direct")


def test_a_family_name_that_is_a_plain_word_is_the_persons() -> None:
    quote = only("“We lost the order in May,” Field said. Anna Field runs Orvane Mills.")
    assert quote["speaker"] == "Anna Field"


def test_the_chief_executive_is_the_one_whom_the_article_names_to_the_job() -> None:
    quote = only(
        "Orvane Plc named Anna Field as its chief executive in March. “We will grow,” the chief executive said."
    )
    assert (quote["speaker"], quote["role"], quote["affiliation"], quote["speaker_kind"]) == (
        "Anna Field",
        "chief executive",
        "Orvane Plc",
        "executive",
    )


def test_a_role_has_its_field() -> None:
    quote = only("“Rents will fall by half,” said Anna Field, head of research at Orvane Bank.")
    assert (quote["role"], quote["affiliation"]) == ("head of research", "Orvane Bank")


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("Anna Field, a fund manager at Orvane Bank,", "other"),
        ("Anna Field, a trader at Orvane Bank,", "other"),
        ("Anna Field, a senator from Ohio,", "government"),
        ("An Orvane Bank official", "anonymous"),
        ("A ministry official", "government"),
    ],
)
def test_what_kind_of_speaker_somebody_is(speaker: str, kind: str) -> None:
    assert only(f"{speaker} said the talks in Oslo would go on.")["speaker_kind"] == kind


def test_the_utility_is_the_body_whose_name_tells_that_it_is_one() -> None:
    quote = only("Orvane Grid Inc. has won an order to supply Tarn Power Co. with cables, the utility said.")
    assert quote["speaker"] == "Tarn Power Co."


def test_the_utility_that_signs_with_a_company_is_not_that_company() -> None:
    quote = only("The utility signed a contract with Keld Energy Ltd. The utility said it would buy gas for ten years.")
    assert quote["speaker"] == "The utility"


def test_an_answer_of_one_word_is_a_quote() -> None:
    assert [
        (quote["text"], quote["speaker"]) for quote in quotes_of("“No!” replied Field. Anna Field runs Orvane.")
    ] == [("No!", "Anna Field")]


def test_words_at_the_head_of_a_sentence_are_nobody() -> None:
    assert not [
        quote
        for quote in quotes_of("Now, Orvane is growing, saying it sees “room to grow.”")
        if quote["speaker"] == "Now"
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The airport said on Monday that the old road would be shut.", "The airport"),
        ("The couple told the court that the mill had burned down.", "The couple"),
    ],
)
def test_who_says_or_tells_is_somebody(text: str, speaker: str) -> None:
    assert only(text)["speaker"] == speaker


def test_a_short_answer_is_worth_a_record() -> None:
    quote = only("Is the mill safe? “Yes,” Ines Varga said.")
    assert (quote["speaker"], quote["text"]) == ("Ines Varga", "Yes")


@pytest.mark.parametrize(
    ("source", "role", "affiliation"),
    [
        ("Ilka Dorn, a former Orvane director who is now at Tarn Insight", "former Orvane director", "Tarn Insight"),
        ("Ilka Dorn, a former director of Orvane", "former director", None),
        ("former Orvane director Ilka Dorn", "former Orvane director", None),
        ("former Orvane director Ilka Dorn, now with Tarn Insight", "former Orvane director", "Tarn Insight"),
        ("Ilka Dorn, a director of Orvane", "director", "Orvane"),
    ],
)
def test_a_house_that_somebody_has_left_is_not_his(source: str, role: str, affiliation: str | None) -> None:
    quote = only(f"Orvane sold a mill to Velk. Orvane lost money.\n\n“It was a fair price,” said {source}.")
    assert (quote["speaker"], quote["role"], quote["affiliation"]) == ("Ilka Dorn", role, affiliation)


@pytest.mark.parametrize(
    ("paragraph", "affiliation"),
    [
        ("Orvane will buy Velk AB. Velk makes oars. Chief Executive Ilka Dorn said the price was fair.", None),
        ("Orvane will buy Velk AB. It makes oars. Chief Executive Ilka Dorn said the price was fair.", "Orvane"),
        ("Orvane makes oars. Chief Executive Ilka Dorn said the price was fair.", "Orvane"),
        ("Times are hard.\n\nChief Executive Ilka Dorn expects that the network of Velk AB will grow.", None),
    ],
)
def test_a_job_alone_is_with_the_company_that_the_paragraph_is_about_and_with_no_other(
    paragraph: str, affiliation: str | None
) -> None:
    assert only(paragraph + "\n\nTarn Bank lent the money to Velk AB and Orvane.")["affiliation"] == affiliation


def test_a_job_that_speaks_in_a_headline_is_not_the_name_before_it() -> None:
    text = "Velk would not sell to Ilka Dorn, chairman says\n\n“I can wait,” said Ilka Dorn."
    assert only(text)["role"] is None


def test_a_job_before_the_name_of_who_speaks_is_not_the_name_before_it() -> None:
    text = "Velk would not sell to Ilka Dorn, its chairman, Jon Marsh, said.\n\n“I can wait,” Ilka Dorn said."
    found = {quote["speaker"]: quote["role"] for quote in quotes_of(text)}
    assert found == {"Jon Marsh": "chairman", "Ilka Dorn": None}


def test_the_local_mp_is_no_company() -> None:
    assert only("The local MP, Ilka Dorn, told parliament that the mill must stay.")["speaker"] == "Ilka Dorn"


def test_former_employees_without_names_are_anonymous() -> None:
    assert only("Two former employees said the books were wrong.")["speaker_kind"] == "anonymous"


@pytest.mark.parametrize(
    ("text", "role", "affiliation"),
    [
        (
            "“Prices will rise,” said Ines Varga, purchasing director at Orvane Plc.",
            "purchasing director",
            "Orvane Plc",
        ),
        ("Transport Minister Ines Varga said fares would fall.", "Transport Minister", None),
        ("Orvane Plc's supply chain manager, Ines Varga, said it was late.", "supply chain manager", "Orvane Plc"),
    ],
)
def test_a_role_has_its_department_and_the_department_is_no_house(
    text: str, role: str, affiliation: str | None
) -> None:
    quote = only(text)
    assert (quote["speaker"], quote["role"], quote["affiliation"]) == ("Ines Varga", role, affiliation)


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Tarn Ltd's sale to Orvane Plc was praised by the energy minister, Ines Varga. “We need it,” she said.", None),
        ("“We need it,” said Orvane Plc's energy director, Ines Varga.", "Orvane Plc"),
        ("“We need it,” said the chief executive of Orvane Plc, Ines Varga.", "Orvane Plc"),
        ("One Bergen-based fund manager who holds Orvane Plc stock said: “We will not sell at this price.”", None),
        ("A fund manager at Orvane Plc said: “We will not sell at this price.”", "Orvane Plc"),
    ],
)
def test_a_job_is_with_the_house_beside_it_and_not_with_one_that_the_sentence_tells_of(
    text: str, affiliation: str | None
) -> None:
    assert only(text)["affiliation"] == affiliation


_INTERVIEW = (
    "{}\n\nQ: Will you sell the mill?\n\nA: No, we will keep it.\n\nQ: What about jobs?\n\nA: We will cut 40 of them."
)


def test_in_an_interview_the_answers_are_the_only_persons_and_the_questions_nobodys() -> None:
    found = quotes_of(_INTERVIEW.format("Jane Roe runs Orvane Plc in Bergen."))
    assert [(quote["text"], quote["speaker"]) for quote in found] == [
        ("No, we will keep it", "Jane Roe"),
        ("We will cut 40 of them", "Jane Roe"),
    ]


def test_where_two_people_are_named_nobody_is_given_the_answers() -> None:
    assert quotes_of(_INTERVIEW.format("Jane Roe and Bob Lund run Orvane Plc in Bergen.")) == []


def test_what_somebody_expects_can_be_told_according_to_a_bearer_of_a_job() -> None:
    quote = only("Orvane Plc expects prices to rise 15%, according to its purchasing director, Ines Varga.")
    assert (quote["text"], quote["speaker"]) == ("Orvane Plc expects prices to rise 15%", "Ines Varga")


def test_they_are_the_people_whom_the_sentence_before_begins_with() -> None:
    text = "Analysts at Tarn Securities cut their target for Keld Bank NV. They said that costs were too high."
    quote = only(text)
    assert (quote["speaker"], quote["evidence"]) == ("Analysts at Tarn Securities", [1, 2])


def test_they_stay_open_behind_a_sentence_about_things() -> None:
    text = "The mills of the valley are old. They said that costs were too high."
    assert only(text)["speaker"] == "they"


def test_the_spokeswoman_speaks_for_whom_she_spoke_before() -> None:
    text = "A Quill Parcel Ltd spokeswoman said thefts had fallen. “We were doubtful,” the spokeswoman said."
    assert [(quote["speaker"], quote["role"]) for quote in quotes_of(text)] == [("Quill Parcel Ltd", None)] * 2


def test_the_chain_is_the_company_that_was_named() -> None:
    text = "Shares in Garrow Homes plc fell after the homewares chain said that sales had dropped by a tenth."
    assert only(text)["speaker"] == "Garrow Homes plc"


def test_its_analyst_belongs_to_the_body_that_the_sentence_before_begins_with() -> None:
    text = "Ratings agency Delm & Prior kept its view. Its analyst Tia Schoon said that debt would peak."
    assert only(text)["affiliation"] == "Delm & Prior"


def test_two_who_speak_together_do_not_work_for_one_another() -> None:
    text = "“It has the makings of a good day for the firm,” Ines Varga and Bo Lund wrote."
    assert only(text)["affiliation"] is None


def test_one_of_several_is_anonymous() -> None:
    text = "Two people knew of the offer. Tarn had bid about $9 million, one of them said."
    assert only(text)["speaker_kind"] == "anonymous"


def test_the_head_of_one_insurer_is_an_officer() -> None:
    assert only("The chief executive of one insurer told me that he is leaving.")["speaker_kind"] == "executive"


def test_a_number_speaks_as_little_as_a_date() -> None:
    text = "Of the 27 who follow Tarn as of June 3, 2031, 41.0% advise to “buy,” up from 38% in spring."
    assert quotes_of(text) == []


def test_in_an_interview_the_answers_are_given_by_the_one_person_of_the_lead() -> None:
    text = (
        "Junia Gasp, the new chief executive of Tarn, answers us.\n\n"
        "Q: What do you read?\n\nA: I read Stephen Covelly every night.\n\n"
        "Q: What else?\n\nA: Nothing that Bo Lund would like.\n\nQ: And now?\n\nA: I sleep well at night.\n"
    )
    assert {quote["speaker"] for quote in quotes_of(text)} == {"Junia Gasp"}


CAPITALS = (
    "TARNWICK MILLS TO CLOSE OLD PLANT\n\n"
    "TARNWICK MILLS INC. SAID ON MONDAY IT WOULD CLOSE ITS OLDEST PLANT IN MARCH.\n\n"
    '"WE HAVE NO CHOICE," SAID CHIEF EXECUTIVE MARA OLDEN. "THE PLANT LOSES MONEY EVERY DAY."\n\n'
    "A SPOKESMAN FOR THE UNION DECLINED TO COMMENT. ACCORDING TO OLDEN, 300 WORKERS WILL GO.\n"
)


def test_a_text_in_capitals_has_speakers_too() -> None:
    assert [(quote["speaker"], quote["text"]) for quote in quotes_of(CAPITALS)] == [
        ("Tarnwick Mills Inc.", "IT WOULD CLOSE ITS OLDEST PLANT IN MARCH"),
        ("Mara Olden", "WE HAVE NO CHOICE … THE PLANT LOSES MONEY EVERY DAY."),
        ("A spokesman for the union", "DECLINED TO COMMENT"),
        ("Mara Olden", "300 WORKERS WILL GO"),
    ]


def test_the_verifier_finds_no_fault_with_quotes_from_capitals() -> None:
    summary = summarize(Article.from_text(CAPITALS), model="offline")
    assert {quote.verdict for quote in summary.quotes} <= {Verdict.VERIFIED, Verdict.INFERRED}
    assert all(CAPITALS[span.start : span.end] == span.text for quote in summary.quotes for span in quote.spans)


def test_who_writes_is_heard_where_his_words_are_quoted_and_not_where_he_thinks() -> None:
    assert [quote["speaker"] for quote in quotes_of("I laughed and said, “Nobody believes in luck.”")] == ["I"]
    assert quotes_of("I think that the mill will close in May.") == []


def test_words_behind_what_somebody_does_are_his() -> None:
    text = "The mill is old. Bo Lund, for his part, was blunt. “It is lost for good.”"
    quote = only(text)
    assert (quote["speaker"], quote["mode"]) == ("Bo Lund", "direct")


def test_words_behind_what_happens_are_nobodys() -> None:
    assert quotes_of("The mill closed in May. “Closed until further notice.”") == []


def test_who_is_labelled_in_full_first_is_the_same_by_his_last_name() -> None:
    text = (
        "Q: Why?\n\nMARA OLDEN: We had to grow.\n\nJORIS VELT: And we were tired.\n\n"
        "Q: And now?\n\nOLDEN: A long holiday first.\n"
    )
    assert [quote["speaker"] for quote in quotes_of(text)] == ["Mara Olden", "Joris Velt", "Mara Olden"]


def test_the_facts_of_a_fact_check_are_nobodys_words() -> None:
    text = (
        'Bo Lund and Ines Varga met on Monday.\n\nLUND: "Our mills are fleeing the country."\n\n'
        "THE FACTS: They are not.\n\n"
        'LUND, on taxes: "I will cut them all, believe me." - a rally on Friday.\n\nTHE FACTS: He has said so before.\n'
    )
    assert [(quote["speaker"], quote["text"]) for quote in quotes_of(text)] == [
        ("Bo Lund", "Our mills are fleeing the country."),
        ("Bo Lund", "I will cut them all, believe me."),
    ]


def test_he_goes_on_behind_what_he_does() -> None:
    text = "“It is a shame,” Bo Lund said. He paused. “It was my whole life.”"
    assert [(quote["speaker"], quote["text"]) for quote in quotes_of(text)] == [
        ("Bo Lund", "It is a shame"),
        ("Bo Lund", "It was my whole life."),
    ]


@pytest.mark.parametrize(
    ("text", "house"),
    [
        (
            "Calder Mills Plc agreed to sell its Tavish Cable unit to Ostrow Paper.\n\n"
            '"Tavish Cable needs an owner that spends," chairman Edwin Sprake said.',
            "Calder Mills Plc",
        ),
        (
            "Ostrow Paper Inc said it will buy Tavish Cable Ltd for $210 million.\n\n"
            '"We have admired Tavish for years," said finance chief Nora Lindqvist.',
            "Ostrow Paper Inc",
        ),
        (
            "Varnholt Corp cut its forecast.\n\n"
            '"Household customers are holding back," Chief Executive Dana Pohl said.',
            "Varnholt Corp",
        ),
        (
            "Varnholt Corp sued Ostrow Paper Inc.\n\nOstrow Paper Inc called for a talk.\n\n"
            '"Household customers are holding back," Chief Executive Dana Pohl said.',
            None,
        ),
    ],
)
def test_a_name_inside_a_quotation_is_no_house_of_who_speaks(text: str, house: str | None) -> None:
    assert quotes_of(text)[-1]["affiliation"] == house


@pytest.mark.parametrize(
    ("text", "role", "house"),
    [
        (
            "“It is a good day,” said Priya Natarajan, M.D., Ph.D., President and Chief Executive Officer of Tarn Bio.",
            "President and Chief Executive Officer",
            "Tarn Bio",
        ),
        (
            "Tarn Bio and Nordby Pharma met.\n\n“We like Tarn,” said Bjorn Bekker, Executive Vice President, R&D, "
            "Nordby Pharma.",
            "Executive Vice President",
            "Nordby Pharma",
        ),
        ("“It is large,” said Arvind Mehta, managing director, Saffron Steel.", "managing director", "Saffron Steel"),
        ("“It is large,” said Arvind Mehta, vice president, Global Sales.", "vice president", None),
        (
            "Tarn Corp will wait, and chief executive Edwin Sprake said prices would rise.",
            "chief executive",
            "Tarn Corp",
        ),
    ],
)
def test_degrees_and_fields_stand_between_a_speaker_his_job_and_his_house(
    text: str, role: str, house: str | None
) -> None:
    quote = quotes_of(text)[-1]
    assert (quote["role"], quote["affiliation"]) == (role, house)


@pytest.mark.parametrize(
    "text",
    [
        "Not everyone believes the 'paper wars' of Calder Mills will end.",
        'Not everybody agrees that the "price truce" will hold.',
        "Calder Mills rose after Ostrow Paper disclosed a 6% stake in the company.",
        "The paper cited bankers it did not name.",
        "That is where Ostrow Paper believes 80% of the growth of the market is.",
    ],
)
def test_what_nobody_says_and_what_is_torn_off_is_no_quote(text: str) -> None:
    assert quotes_of(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What Calder Mills is saying here is it has the cash to wait.", "it has the cash to wait"),
        ("Regulators accused Calder Mills of inflating sales.", "accused Calder Mills of inflating sales"),
        ("Not only Calder Mills said sales fell in May.", "sales fell in May"),
    ],
)
def test_what_is_said_begins_where_it_can_be_understood(text: str, words: str) -> None:
    assert only(text)["text"] == words


INTERVIEW = """Holm on prices

Priya Holm became chief executive of Calder Mills Ltd in May. She spoke to {whom}.

{asks}: What comes next?

{answers}: We will close a mill by the end of the year.

{asks}: And prices?

{answers}: Prices will rise in spring.
"""


@pytest.mark.parametrize(
    ("whom", "asks", "answers"),
    [
        ("reporter Sam Hale", "Q", "A"),
        ("the Northern Gazette", "Gazette", "Holm"),
        ("the Northern Gazette", "Northern Gazette", "Priya Holm"),
    ],
)
def test_the_answers_of_an_interview_are_the_guests_and_the_questions_nobodys(
    whom: str, asks: str, answers: str
) -> None:
    found = summarize(INTERVIEW.format(whom=whom, asks=asks, answers=answers), model="offline").quotes
    assert [(quote.speaker, quote.text) for quote in found] == [
        ("Priya Holm", "We will close a mill by the end of the year"),
        ("Priya Holm", "Prices will rise in spring"),
    ]
    assert not any(quote.verdict is Verdict.ALTERED for quote in found)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A third supplier, Prewitt & Lane, did not respond to a request for comment.", "Prewitt & Lane"),
        ("The company that made the boxes, Ostrow Paper AG, declined to comment.", "Ostrow Paper AG"),
        ("Calder Mills will close. Its owner, Aldous Capital, did not respond to questions.", "Aldous Capital"),
        ("Representatives of Lund SE declined to comment.", "Lund SE"),
        ("Its chairman, Edwin Sprake, declined to comment.", "Edwin Sprake"),
    ],
)
def test_who_says_nothing_is_named_behind_what_describes_it(text: str, speaker: str) -> None:
    assert quotes_of(text)[-1]["speaker"] == speaker


def test_two_bodies_that_speak_together_are_the_speaker() -> None:
    quote = only("Calder Mills Ltd and Ostrow Paper AG said they will build a plant.")
    assert quote["speaker"] == "Calder Mills Ltd and Ostrow Paper AG"

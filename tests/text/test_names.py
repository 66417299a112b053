"""Names in prose, their short forms, the aliases a text states."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text.names import find_names, may_refer, name_kind, stated_aliases, strip_suffix


def names(text: str) -> list[str]:
    return [name.text for name in find_names(text)]


def test_a_company_keeps_its_legal_form() -> None:
    assert names("Last week Hollis Grain Works Inc. sold a mill.") == ["Hollis Grain Works Inc."]


def test_a_legal_form_behind_a_comma_belongs_to_the_name() -> None:
    assert names("The mill went to Orrin Tate, Inc. in March.") == ["Orrin Tate, Inc."]


def test_a_word_that_only_begins_a_sentence_is_no_name() -> None:
    assert names("Spending rose. Analysts at Veldt Bank agreed. However, nobody cheered.") == ["Veldt Bank"]


def test_a_name_at_the_start_of_a_sentence_is_found_when_it_is_no_common_word() -> None:
    assert names("Quorvane declined to comment.") == ["Quorvane"]


def test_a_common_word_before_a_name_is_cut_off() -> None:
    assert names("Competitors Marrow Tools Inc. and Petrel Air Co. also bid.") == [
        "Marrow Tools Inc.",
        "Petrel Air Co.",
    ]


def test_a_name_that_looks_common_is_kept_where_the_prose_has_it_inside_a_sentence() -> None:
    text = "Early Light shares fell. The board of Early Light Corp. met."
    assert names(text) == ["Early Light", "Early Light Corp."]


def test_titles_jobs_and_possessives_are_no_part_of_a_name() -> None:
    text = "On Monday Chief Financial Officer Ines Varga praised Oskar Lund’s Tidewell and Dr. Amara Okoye."
    assert names(text) == ["Ines Varga", "Oskar Lund", "Tidewell", "Dr. Amara Okoye"]


def test_a_single_letter_is_a_name_where_it_is_used_as_one() -> None:
    assert names("The network Z did not answer, and users of Z complained.") == ["Z", "Z"]


def test_the_pronoun_i_and_the_article_are_no_names() -> None:
    assert names("And I said so. A day later we met.") == []


@pytest.mark.parametrize(
    "brand", ["qAI", "eVolt", "7-Twelve", "Krug & Sons", "Bank of Orlavia", "O’Dell Marine", "Ruff!"]
)
def test_brands_with_odd_spelling_are_found(brand: str) -> None:
    assert names(f"They spoke with {brand} about it.") == [brand]


def test_months_days_and_quarters_are_no_names() -> None:
    assert names("It said on Tuesday that in March and in Q3 sales fell.") == []


def test_a_headline_gives_only_names_that_the_prose_has() -> None:
    text = "Tarn Steel Wins Big Order From Brindle Rail\n\nThe order came late. Brindle Rail paid Tarn Steel in cash."
    assert names(text) == ["Tarn Steel", "Brindle Rail", "Brindle Rail", "Tarn Steel"]


def test_a_line_break_in_wrapped_text_does_not_cut_a_name() -> None:
    text = (
        "It was agreed on the day that Lorne Valley\nPackaging Corp would buy the plant from the\nheirs of the founder."
    )
    assert names(text) == ["Lorne Valley\nPackaging Corp"]


@given(st.text(max_size=300))
def test_every_span_holds_its_own_text(text: str) -> None:
    last = 0
    for name in find_names(text):
        assert text[name.start : name.end] == name.text
        assert last <= name.start < name.end
        last = name.end


@settings(max_examples=50)
@given(
    st.lists(st.sampled_from(["Acme", "of", "&", "The", "Inc.", "’s", ",", "\n", "X", "and", "“", "."]), max_size=40)
)
def test_spans_hold_for_any_mix_of_name_like_words(words: list[str]) -> None:
    text = " ".join(words)
    assert all(text[name.start : name.end] == name.text for name in find_names(text))


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("TVH", "Tarn Valley Holdings Inc."),
        ("TV", "Tarn Valley Holdings Inc."),
        ("Tarn Valley", "Tarn Valley Holdings Inc."),
        ("Tarnvalley", "Tarn Valley"),
        ("Tarn-Valley", "Tarn Valley Corp"),
        ("Ms. Varga", "Ines Varga"),
        ("Varga", "Ines Varga"),
        ("I. Varga", "Ines Varga"),
        ("Ines M. Varga", "Ines Varga"),
        ("Ines Varga", "Ines Varga"),
        ("Min", "Park Ji Min"),
        ("O.R. Loom", "OR Loom Works"),
        ("FMB", "Federal Mint and Bullion"),
        ("Société Lumen", "Societe Lumen SA"),
        ("the TVH", "Tarn Valley Holdings"),
    ],
)
def test_a_short_form_may_refer_to_the_full_name(short: str, full: str) -> None:
    assert may_refer(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Orrin", "Orrin’Vale"),
        ("General Looms", "General Dyes"),
        ("General", "General Looms"),
        ("Looms", "General Looms Co."),
        ("Jane Varga", "John Varga"),
        ("K. Varga", "Ines Varga"),
        ("the company", "Tarn Valley Holdings"),
        ("The bank", "Bank of Orlavia"),
        ("", "Tarn"),
        ("Tarn", ""),
        ("she", "Ines Varga"),
        ("Z", "zAI"),
        ("American Looms", "American Dyes"),
        ("TVK", "Tarn Valley Holdings"),
    ],
)
def test_different_things_do_not_refer_to_each_other(short: str, full: str) -> None:
    assert not may_refer(short, full)


@given(st.text(max_size=40), st.text(max_size=40))
def test_may_refer_takes_any_strings(short: str, full: str) -> None:
    assert may_refer(short, full) in (True, False)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Tarn Valley Holdings, Inc.", "Tarn Valley"),
        ("Petrel Air Co., Ltd.", "Petrel Air"),
        ("Dr. Amara Okoye", "Amara Okoye"),
        ("Chief Executive Officer Ines Varga", "Ines Varga"),
        ("Inc.", "Inc."),
    ],
)
def test_legal_forms_and_titles_are_stripped(name: str, bare: str) -> None:
    assert strip_suffix(name) == bare


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Tarn Valley Holdings (TVH) grew.", [("Tarn Valley Holdings", "TVH")]),
        ("Tools by Orrin, Krug, and Tarn Valley Holdings (TVH) sold.", [("Tarn Valley Holdings", "TVH")]),
        ("Tarn Valley (NYSE: TRNV) grew.", [("Tarn Valley", "TRNV")]),
        ("users of Z, the photo network formerly known as Birdhouse.", [("Z", "Birdhouse")]),
        ("Quill (formerly Inkwell) grew.", [("Quill", "Inkwell")]),
        ("Tarn Valley Holdings (“Tarn”) grew.", [("Tarn Valley Holdings", "Tarn")]),
        ("Tarn Valley Holdings (the “Company”) grew.", []),
        ("Tarn Valley (R-IN) and sales (up 3%) grew.", []),
    ],
)
def test_aliases_that_a_text_states(text: str, pairs: list[tuple[str, str]]) -> None:
    assert stated_aliases(text) == pairs


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Tarn Valley Inc.", "company"),
        ("Petrel Airlines", "company"),
        ("Krug & Sons", "company"),
        ("Maria Okoye", "person"),
        ("Ms. Okoye", "person"),
        ("New York", "place"),
        ("Ministry of Trade", "government"),
        ("Quorvane", "other"),
    ],
)
def test_a_name_tells_its_kind(name: str, kind: str) -> None:
    assert name_kind(name) == kind


def test_a_ticker_behind_a_legal_form_or_a_known_name_is_no_part_of_it() -> None:
    text = "Shares of Lune Air Corp. LUN rose. Alder Homes ALDR fell, and the board of Alder Homes met."
    assert names(text) == ["Lune Air Corp.", "Alder Homes", "Alder Homes"]


@pytest.mark.parametrize("name", ["Senior Marine Group Plc", "Key Harbor Bancshares Inc", "Protein Mills Inc"])
def test_a_company_at_the_start_keeps_a_first_word_that_is_a_plain_one(name: str) -> None:
    assert names(f"{name} said it sold a mill.") == [name]


def test_a_noun_that_says_what_the_company_is_stays_out_of_its_name() -> None:
    assert names("Rival Orvane Inc said so. Meanwhile Borrin Corp fell.") == ["Orvane Inc", "Borrin Corp"]


@pytest.mark.parametrize("word", ["Neither", "Both", "Two", "Former", "Earlier"])
def test_a_determiner_before_a_company_is_no_part_of_its_name(word: str) -> None:
    assert names(f"{word} Orvane Process AB nor anybody else said so.") == ["Orvane Process AB"]


def test_a_name_ends_at_its_legal_form() -> None:
    assert names("It bought Lorn Bancorp Inc. Corvane reported it first.") == ["Lorn Bancorp Inc.", "Corvane"]


def test_a_brand_that_is_never_written_without_its_ending_keeps_it() -> None:
    assert names("Barrow's, the grocer, fell. The heirs said Barrow's has ten shops.") == ["Barrow's", "Barrow's"]


def test_a_possessive_is_no_part_of_a_name_that_stands_without_it_too() -> None:
    assert (
        names("It is Orvane's, they said. The mills of Orvane’s founder are old. They like Orvane.") == ["Orvane"] * 3
    )


def test_a_headline_in_capitals_gives_the_names_that_the_prose_has() -> None:
    text = "FIGHT AT TARN & LOOM: WHAT YOU NEED TO KNOW\n\nThe heirs of Tarn & Loom Co. met."
    assert names(text) == ["TARN & LOOM", "Tarn & Loom Co."]


def test_a_name_of_the_first_line_does_not_run_into_the_second() -> None:
    text = "Why Everybody Wants an Orvane Mortgage\nOrvane chief Ines Varga met the board of Orvane."
    assert names(text) == ["Orvane", "Orvane", "Ines Varga", "Orvane"]


def test_may_is_a_month_unless_it_is_somebodys_name() -> None:
    assert names("It was sold in May. A May report said so.") == []
    assert names("They met Thora May. The ideas of May won.") == ["Thora May", "May"]


def test_a_place_in_brackets_belongs_to_the_company() -> None:
    assert names("He sold Chevrin Petroleum (U.K.) Ltd to Hals (Northern Isles) Holding Co Ltd in May.") == [
        "Chevrin Petroleum (U.K.) Ltd",
        "Hals (Northern Isles) Holding Co Ltd",
    ]


@pytest.mark.parametrize("job", ["General Counsel", "General Manager", "General Partner", "Chief Executive", "CEO"])
def test_a_job_inside_a_run_ends_the_name_of_the_company_and_begins_the_person(job: str) -> None:
    found = find_names(f"Talks with Birdsong Corp. {job} Ann Kay failed.")
    assert [name.text for name in found] == ["Birdsong Corp.", "Ann Kay"]


def test_two_words_that_speak_as_one_are_one_name() -> None:
    assert names("Cross and Trebble said it agreed.") == ["Cross and Trebble"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Lorne Growers Association", "other"),
        ("European Union", "government"),
        ("Union Carriers", "other"),
        ("Ministry of Trade", "government"),
        ("Tarn Valley Bancorp", "company"),
        ("Bank of Corvania", "company"),
        ("Clean Harbor Act", "other"),
        ("Lune County", "place"),
        ("Greater Chicago", "place"),
        ("St. Louis", "place"),
    ],
)
def test_the_kind_of_a_name_depends_on_where_its_telling_word_stands(name: str, kind: str) -> None:
    assert name_kind(name) == kind


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Orvane Corp <ORV.N> said so.", ("Orvane Corp", "ORV.N")),
        ("Shares of Orvane Inc. (ticker: ORV) rose.", ("Orvane Inc.", "ORV")),
        ("Quill, widely known as Birdsong, fell.", ("Quill", "Birdsong")),
        ("Quill, now called Birdsong, fell.", ("Quill", "Birdsong")),
    ],
)
def test_a_listing_or_another_name_is_an_alias(text: str, pair: tuple[str, str]) -> None:
    assert pair in stated_aliases(text)


def test_acronyms_of_no_name_are_dropped_unless_a_company_begins_with_them() -> None:
    assert names("The VR headset was sold by VR Trail Brokers Inc in May.") == ["VR Trail Brokers Inc"]


def test_an_acronym_behind_the_name_that_it_stands_for_is_cut_off() -> None:
    assert names("It told the Lorne Mint and Bullion Board LMB so.")[0] != "Lorne Mint and Bullion Board LMB"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("QUELL HARBOR INC SAID ON FRIDAY IT WILL SHUT 12 STORES.", ["QUELL HARBOR INC"]),
        ("MARROW INC AGREED TO BUY PELL CORP FOR $2 BILLION.", ["MARROW INC", "PELL CORP"]),
        ("SALES WILL RISE AND COSTS WILL FALL, IT SAID IN A NOTE.", []),
        ("THE MILLS WILL SHUT, IT SAID. Tarn may sell one.", ["Tarn"]),
        ("MARROW INC AGREED TO BUY PELL CORP", ["MARROW INC", "PELL CORP"]),
        ("MARROW INC SAID SO ON MONDAY. LATER MARROW SOLD A MILL.", ["MARROW INC", "MARROW"]),
    ],
)
def test_a_sentence_in_capitals_has_only_the_names_that_a_legal_form_shows(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brisk Orders Lifted Quell Harbor Inc.", ["Quell Harbor Inc"]),
        ("Brisk Orders Lifted Quell Harbor Inc", ["Quell Harbor Inc"]),
        ("Softer Prices Hurt Bigger Pell Corp.", ["Pell Corp"]),
        ("Quell Harbor Inc Misses Estimates.", ["Quell Harbor Inc"]),
        ("Clean Cuts Inc said so.", ["Clean Cuts Inc"]),
    ],
)
def test_the_verb_of_a_line_in_title_case_is_in_no_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Marrow Inc agreed to buy Pell Corp. It is worth $3 million.", "Pell Corp"),
        ("Marrow Corp. agreed to buy Pell Corp. It is worth $3 million.", "Pell Corp."),
        ("It agreed to buy Pell Corp.", "Pell Corp."),
        ("It agreed to buy Pell Holdings. That was all.", "Pell Holdings"),
        ("Marrow Inc agreed to buy Pell S.A.", "Pell S.A."),
    ],
)
def test_the_last_stop_is_the_names_only_where_the_article_writes_its_forms_so(text: str, last: str) -> None:
    assert names(text)[-1] == last


@pytest.mark.parametrize("slug", ["BRIEF-", "UPDATE 2-", "WRAPUP 1-", "FACTBOX-"])
def test_the_slug_of_an_agency_is_no_part_of_a_name(slug: str) -> None:
    text = f"{slug}Calder Mills to buy Ostrow Paper\n\nCalder Mills said it will buy Ostrow Paper."
    assert {name.text for name in find_names(text)} == {"Calder Mills", "Ostrow Paper"}

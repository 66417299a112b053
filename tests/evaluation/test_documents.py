from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import ConfigurationError
from summarizer.evaluation import Count, evaluate
from summarizer.evaluation.documents import read_side
from summarizer.evaluation.pairing import pair_documents

BANK = {"parties": [{"name": "Fen Bank"}]}


def put(folder: Path, name: str, value: Any) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path


def paired(gold: Any, output: Any) -> list[tuple[str, str | None]]:
    pairs = pair_documents(read_side(gold, "gold").read, read_side(output, "output").read).pairs
    return [(one.name, other.name if other else None) for one, other in pairs]


def named(path: str | None = None, sha256: str | None = None) -> dict[str, Any]:
    return {**BANK, "source": {"path": path, "sha256": sha256}}


def test_a_folder_is_read_with_all_below_it_and_hidden_files_are_not(tmp_path: Path) -> None:
    put(tmp_path, "b/mill.json", BANK)
    put(tmp_path, "a.json", BANK)
    put(tmp_path, ".git/x.json", "{")
    put(tmp_path, "notes.txt", "nothing")
    assert [document.article for document in read_side(tmp_path, "gold").read] == ["a", "b/mill"]


def test_the_output_of_a_batch_is_its_lines(tmp_path: Path) -> None:
    put(tmp_path, "summaries.jsonl", json.dumps(named("in/mill.txt")) + "\n" + json.dumps(named("in/bank.md")) + "\n")
    put(tmp_path, "summaries/mill.txt.json", named("in/mill.txt"))
    put(tmp_path, "failures.jsonl", '{"path": "x.txt", "error": "ReadError", "message": "…"}\n')
    assert [document.article for document in read_side(tmp_path, "output").read] == ["in/mill", "in/bank"]


def test_a_batch_that_was_killed_has_its_summaries_only(tmp_path: Path) -> None:
    put(tmp_path, "summaries/b/mill.txt.json", BANK)
    assert [document.article for document in read_side(tmp_path, "output").read] == ["b/mill"]


@pytest.mark.parametrize("text", ['[{"parties": []}, {"deals": []}]', '{"parties": []}\n{"deals": []}\n'])
def test_a_file_can_hold_several_documents(tmp_path: Path, text: str) -> None:
    path = put(tmp_path, "gold.json", text)
    assert [document.name for document in read_side(path, "gold").read] == [f"{path}[0]", f"{path}[1]"]


def test_a_file_that_cannot_be_read_does_not_lose_the_others(tmp_path: Path) -> None:
    put(tmp_path, "gold/good.json", BANK)
    put(tmp_path, "gold/broken.json", '{"parties": [\n}')
    put(tmp_path, "gold/strange.json", {"parties": [{"name": "Fen Bank", "kind": "bank"}]})
    put(tmp_path, "out/good.json", BANK)
    evaluation = evaluate(tmp_path / "gold", tmp_path / "out")
    assert evaluation.records == Count(1, 1, 1)
    assert len(evaluation.unread) == 2
    assert "broken.json is not JSON: line 2, column 1" in evaluation.unread[0]
    assert "strange.json: parties[0].kind: give 'company', 'person'," in evaluation.unread[1]


def test_a_broken_line_does_not_lose_the_others(tmp_path: Path) -> None:
    lines = [json.dumps(named("a.txt")), '{"parties": [', json.dumps(named("b.txt"))]
    found = read_side(put(tmp_path, "gold.jsonl", "\n".join(lines)), "gold")
    assert [document.article for document in found.read] == ["a", "b"]
    assert "gold.jsonl is not JSON: line 2" in found.unread[0]


def test_an_output_that_cannot_be_read_counts_as_missed(tmp_path: Path) -> None:
    for name in ("a", "b"):
        put(tmp_path, f"gold/{name}.json", BANK)
    put(tmp_path, "out/a.json", BANK)
    put(tmp_path, "out/b.json", {"parties": "Fen Bank"})
    evaluation = evaluate(tmp_path / "gold", tmp_path / "out")
    assert evaluation.records == Count(gold=2, output=1, right=1)
    assert (evaluation.missing, len(evaluation.unread)) == (("b",), 1)


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (None, "the gold .*nowhere: No such file"),
        ({}, r"nowhere has no \.json or \.jsonl file: name the folder with the gold's documents"),
        ({"summaries.jsonl": ""}, "summaries.jsonl is empty: no article of that run was done"),
        ({"a.json": "{"}, r"no document of the gold can be read: .*a\.json is not JSON"),
        ({"a.json": '{"title": "x"}'}, "a.json has none of the sections headline, abstract"),
        ({"a.json": "[1, 2]"}, "is no JSON object: give a summary"),
    ],
)
def test_where_there_is_nothing_to_read_the_message_says_what_to_do(
    tmp_path: Path, made: dict[str, str] | None, message: str
) -> None:
    folder = tmp_path / "nowhere"
    if made is not None:
        folder.mkdir()
        for name, text in made.items():
            put(folder, name, text)
    with pytest.raises(ConfigurationError, match=message):
        read_side(folder, "gold")


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="the output is an empty list"):
        evaluate(BANK, [])


def test_a_key_that_is_no_section_is_noted() -> None:
    evaluation = evaluate({**BANK, "quote": [], "id": "a"}, BANK)
    assert evaluation.notes == ("gold[0]: not scored, as no section is called so: quote",)


def test_documents_are_paired_by_the_hash_of_the_text_first() -> None:
    gold = [named("a.txt", "11"), named("b.txt", "22")]
    assert paired(gold, [named("b.txt", "11"), named("a.txt", "22")]) == [
        ("gold[0]", "output[0]"),
        ("gold[1]", "output[1]"),
    ]


def test_documents_are_paired_by_the_longest_common_end_of_their_paths() -> None:
    gold = [named("north/mill.txt"), named("south/mill.txt")]
    output = [named("/data/in/south/mill.txt"), named("/data/in/north/mill.txt")]
    assert paired(gold, output) == [("gold[0]", "output[1]"), ("gold[1]", "output[0]")]


def test_the_file_of_gold_names_its_article(tmp_path: Path) -> None:
    put(tmp_path, "mill.json", BANK)
    put(tmp_path, "bank.json", BANK)
    output = [named("articles/bank.html"), named("articles\\mill.txt")]
    assert [other for _, other in paired(tmp_path, output)] == ["output[0]", "output[1]"]


def test_what_other_formats_call_the_article_names_it_too() -> None:
    gold = [{**BANK, "id": "mill"}, {**BANK, "document_id": "bank.txt"}]
    output = [named("x/bank.txt"), named("x/mill.txt")]
    assert [other for _, other in paired(gold, output)] == ["output[1]", "output[0]"]


def test_an_empty_name_names_nothing() -> None:
    output = [{**BANK, "id": ""}, named("mill.txt")]
    assert paired([{**BANK, "id": ""}, named("mill.txt")], output) == [("gold[0]", None), ("gold[1]", "output[1]")]


def test_what_can_be_paired_in_two_ways_is_not_paired_and_noted() -> None:
    gold, output = [named("mill.txt"), named("bank.txt")], [named("a/mill.txt"), named("b/mill.txt"), named("bank.txt")]
    assert paired(gold, output) == [("gold[0]", None), ("gold[1]", "output[2]")]
    evaluation = evaluate(gold, output)
    assert evaluation.left_out == ("a/mill", "b/mill")
    assert "gold[0]: several documents can be about the same article" in evaluation.notes[0]


def test_one_document_on_each_side_are_partners_whatever_they_are_called() -> None:
    assert paired(BANK, named("x.txt")) == [("gold[0]", "output[0]")]


def test_a_second_document_about_the_same_text_counts_for_nothing() -> None:
    evaluation = evaluate(named("a.txt", "11"), [named("a.txt", "11"), named("copy.txt", "11")])
    assert evaluation.records == Count(1, 1, 1)
    assert evaluation.notes == ("output[1] is about the same text as output[0] and counts for nothing",)


def test_sides_about_other_articles_are_a_fault_and_not_a_score_of_zero() -> None:
    with pytest.raises(ConfigurationError, match="the gold has a and others, the output c; they are paired by"):
        evaluate([named("a.txt"), named("b.txt")], named("c.txt"))


def test_the_same_text_at_two_paths_is_paired_by_the_path() -> None:
    output = [named("in/a.txt", "11"), named("in/sub/b.md", "11")]
    assert paired([named("sub/b.md"), named("c.txt")], output) == [("gold[0]", "output[1]"), ("gold[1]", None)]
    both = [named("sub/b.md", "11"), named("a.txt", "11")]
    assert paired(both, output) == [("gold[0]", "output[1]"), ("gold[1]", "output[0]")]


def test_one_that_has_only_the_hash_takes_the_output_that_no_other_is_about() -> None:
    output = [named("a.txt", "11"), named("b.txt", "11")]
    assert paired([named(None, "11"), named("a.txt")], output) == [("gold[0]", "output[1]"), ("gold[1]", "output[0]")]


def test_a_copy_of_an_article_in_the_gold_counts_for_nothing() -> None:
    evaluation = evaluate([named("a.txt", "11"), named("copy.txt", "11")], named("a.txt", "11"))
    assert evaluation.records == Count(1, 1, 1)
    assert evaluation.notes == ("gold[1] is about the same text as gold[0] and counts for nothing",)


def test_a_stated_path_that_matches_nothing_is_not_overridden_by_the_name_of_the_file(tmp_path: Path) -> None:
    put(tmp_path, "a.json", named("zzz.txt"))
    with pytest.raises(ConfigurationError, match="the gold has zzz, the output a; they are paired by"):
        evaluate(tmp_path, named("a.txt"))
    put(tmp_path, "b.json", named("b.txt"))
    evaluation = evaluate(tmp_path, [named("a.txt"), named("b.txt")])
    assert (evaluation.missing, evaluation.left_out) == (("zzz",), ("a",))
    [note] = evaluation.notes
    assert "a.json says in source.path that it is about zzz, of which there is no output" in note


def test_a_price_without_an_amount_in_the_gold_is_a_fault_with_its_place(tmp_path: Path) -> None:
    put(tmp_path, "gold/mill.json", {"deals": [{"kind": "supply"}, {"kind": "supply", "value": "lots"}]})
    with pytest.raises(ConfigurationError, match=r"mill\.json: deals\[1\]\.value: no amount can be read from 'lots'"):
        evaluate(tmp_path / "gold", BANK)


def test_a_price_without_an_amount_in_the_output_is_no_fault() -> None:
    gold = {"deals": [{"kind": "supply", "subject": "kilns", "value": "$4 million"}]}
    evaluation = evaluate(gold, {"deals": [{"kind": "supply", "subject": "kilns", "value": "lots"}]})
    assert evaluation.unread == ()
    assert evaluation.kinds["deals"].fields["value"].exact == Count(1, 1, 0)


def test_figures_and_dates_that_cannot_be_read_are_noted_and_compared_by_their_words() -> None:
    dates = [{"event": "closed", "when": "before the fair"}, {"event": "signed", "when": "Tuesday"}]
    claim = {"statement": "The mill lost a fifth of its looms.", "figures": [{"text": "a fifth"}, {"text": "40 looms"}]}
    evaluation = evaluate({"deals": [{"dates": dates}], "claims": [claim]}, {"claims": [claim]})
    assert evaluation.notes == (
        "compared by their words, as no number or date can be read from them (2): gold[0]: deals[0].dates[0].when "
        "'before the fair'; gold[0]: claims[0].figures[0] 'a fifth'",
    )
    assert evaluation.kinds["claims"].fields["figures"].exact == Count(2, 2, 2)


@pytest.mark.parametrize("value", ["comfortably more than £1m", {"text": "a king's ransom", "amount": 5}])
def test_a_price_in_longer_words_and_one_whose_amount_is_given_are_no_faults(value: Any) -> None:
    assert read_side({"deals": [{"value": value}]}, "gold").unread == []


def test_gold_that_nothing_can_match_is_noted(tmp_path: Path) -> None:
    gold = put(tmp_path, "gold.json", {"quotes": [{"speaker": "Uma Reiss"}, {"text": "", "speaker": "Uma Reiss"},
                                                  {"text": "We stay"}]})  # fmt: skip
    notes = read_side(gold, "gold").notes
    assert any("quotes[0].text, quotes[1].text" in note and "quotes[2]" not in note for note in notes)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "an empty list: give at least one document"),
        ('{"abstract": ["Fen Bank grew."]}', 'abstract[0]: words alone are no record: give an object, as {"text"'),
        (f'{{"parties": [{{"name": {"9" * 5000}}}]}}', "larger than any number that programs agree on"),
    ],
)
def test_gold_that_cannot_be_read_says_how_to_mend_it(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as fault:
        read_side(put(tmp_path, "gold.json", text), "gold")
    assert said in str(fault.value)


def test_a_quote_joined_without_an_ellipsis_is_the_same_quote() -> None:
    def right(text: str) -> int:
        gold = {"quotes": [{"text": text}], "source": {"path": "a.txt"}}
        return evaluate(gold, output).kinds["quotes"].fields["text"].exact.right

    output = {"quotes": [{"text": "We stay … and we build"}], "source": {"path": "a.txt"}}
    assert right("We stay and we build") == right("We stay, and we build") == right("We stay … and we build") == 1
    assert right("We stay and they build") == 0

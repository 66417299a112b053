"""The benchmark of language models: what it counts, on invented articles and a service on this machine."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.model import __main__ as command  # noqa: E402
from benchmarks.model import copied, figures, reading, recorded, repairs, report, review, sets, tokens, variants  # noqa: E402
from benchmarks.model.pairs import sides  # noqa: E402
from benchmarks.model.runs import Call, Done, Runner  # noqa: E402
from benchmarks.model.sets import Item  # noqa: E402
from benchmarks.offline.reference import DataError  # noqa: E402
from summarizer import Article, Summarizer, Summary, evaluate, verify  # noqa: E402
from summarizer.models.base import Message  # noqa: E402
from summarizer.models.pricing import Prices  # noqa: E402
from summarizer.models.strict import wire_schema  # noqa: E402
from summarizer.prompts import extract_messages, load_prompt  # noqa: E402
from summarizer.records import Dropped, Usage  # noqa: E402
from summarizer.schema import NEWS  # noqa: E402
from summarizer.wire import Cited  # noqa: E402
from tests.loopback import Chat, Reply, completion  # noqa: E402

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

TEXT = (
    "Pallister Mills agreed to buy Tessary Grain for $40 million in cash.\n\n"
    "“We have looked for such a mill since 2019,” said Odile Brandt, chief executive of Pallister Mills.\n\n"
    "Tessary's profit may fall 5% this year, Corvane Research said. Shares of Pallister Mills rose 3% to $12.40."
)
ARTICLE = Article.from_text(TEXT)
DEAL = {
    "evidence": [1],
    "kind": "acquisition",
    "status": "agreed",
    "parties": [{"name": "Pallister Mills", "role": "acquirer"}, {"name": "Tessary Grain", "role": "target"}],
    "subject": "Tessary Grain",
    "value": "$40 million",
    "terms": [{"name": "payment", "text": "in cash"}],
}
QUOTE = {
    "evidence": [2],
    "text": "We have looked for such a mill since 2019",
    "mode": "direct",
    "speaker": "Odile Brandt",
    "affiliation": "Pallister Mills",
    "role": "chief executive",
    "speaker_kind": "executive",
}
CLAIM = {
    "evidence": [4],
    "statement": "Shares of Pallister Mills rose 3% to $12.40.",
    "claimant": None,
    "kind": "fact",
    "certainty": "asserted",
    "figures": [{"text": "3%", "measures": "rise in the shares"}, {"text": "$12.40", "measures": "share price"}],
}
GOLD = {"deals": [DEAL], "quotes": [QUOTE], "claims": [CLAIM]}
ITEM = Item("mill", ARTICLE, GOLD)


def summary(article: Article = ARTICLE, **sections: list[dict[str, Any]]) -> Summary:
    found = verify(article, {name: sections.get(name, []) for name in ("parties", "deals", "quotes", "claims")})
    assert isinstance(found, Summary)
    return found


def least(schema: Mapping[str, Any], definitions: Mapping[str, Any], words: str) -> Any:
    """The shortest value that a JSON Schema allows, with these words for every string."""
    if "$ref" in schema:
        return least(definitions[schema["$ref"].removeprefix("#/$defs/")], definitions, words)
    if "anyOf" in schema:
        return least(schema["anyOf"][-1], definitions, words)
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object":
        return {name: least(below, definitions, words) for name, below in schema["properties"].items()}
    return {"array": [], "integer": 1, "string": words, "null": None}[str(kind)]


class Service(Chat):
    """A chat service that answers with the least that the schema allows; an article with a word of `refused` gets no
    usable answer."""

    def __init__(self) -> None:
        super().__init__(self.answer)
        self.refused: str | None = None
        self.content: str | None = None
        """What is answered in place of the least."""

    def answer(self, body: dict[str, Any]) -> Reply:
        schema = body["response_format"]["json_schema"]["schema"]
        shown = body["messages"][-1]["content"]
        sentence = "Pallister Mills agreed to buy Tessary Grain"
        content = self.content or json.dumps(least(schema, schema.get("$defs", {}), sentence))
        refusal = "No." if self.refused and self.refused in shown else None
        return Reply(completion(None if refusal else content, model="relay", refusal=refusal))


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as service:
        yield service


@pytest.fixture
def runner(service: Service, tmp_path: Path) -> Callable[[], Runner]:
    def make() -> Runner:
        pipeline = Summarizer("openai/relay", base_url=service.base_url, api_key="sk-local").pipeline
        return Runner(pipeline, tmp_path / "out")

    return make


def test_a_slice_is_evenly_spaced_from_the_first_on() -> None:
    assert sets.spaced(range(10), 4) == [0, 2, 5, 7]
    assert sets.spaced("abc", 7) == ["a", "b", "c"]
    assert sets.spaced("abc", None) == ["a", "b", "c"]


@pytest.mark.parametrize(("name", "count"), [("seen", 12), ("unseen", 20), ("fresh", 14), ("later", 16)])
def test_every_own_article_has_its_gold(name: str, count: int) -> None:
    found = sets.load(name)
    assert (len(found.items), found.of) == (count, count)
    for item in found.items:
        assert item.gold["source"]["path"] == f"{item.name}.txt"
        assert {"headline", "abstract", "parties", "deals", "quotes", "claims"} <= item.gold.keys()


def test_reference_data_that_is_not_there_is_absent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sets.deals, "FOLDER", tmp_path)
    with pytest.raises(sets.Absent, match="shared/data is not beside this repository"):
        sets.load("deals")


def test_a_second_run_asks_for_nothing(service: Service, runner: Callable[[], Runner]) -> None:
    [first] = asyncio.run(runner().run([ITEM]))
    assert first.summary is not None
    assert first.calls[0].task == "extract"
    asked = len(service.asked)
    [second] = asyncio.run(runner().run([ITEM]))
    assert len(service.asked) == asked
    assert second.calls == first.calls
    assert second.summary == first.summary


def test_an_article_that_fails_is_told_and_the_others_go_on(service: Service, runner: Callable[[], Runner]) -> None:
    service.refused = "Ostrava"
    other = Item("rail", Article.from_text("Ostrava Rail ordered 12 trains."), GOLD)
    failed, done = asyncio.run(runner().run([other, ITEM]))
    assert failed.summary is None
    assert (failed.error or "").startswith("Refused: ")
    assert done.summary is not None
    lines = list(report.answered("own", [failed, done], 2, "openai/relay", None))
    assert "  without an answer, so that all their records count as missed: 1" in lines


def test_gold_bears_out_what_it_says_and_what_leaves_things_out() -> None:
    less = {**DEAL, "value": None, "terms": []}
    by_section = {side.section: side for side in sides(GOLD, summary(deals=[less], quotes=[QUOTE], claims=[CLAIM]))}
    assert all(by_section[name].borne_out(0) for name in GOLD)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"status": "closed"}, "status"),
        ({"parties": [{"name": "Pallister Mills", "role": "seller"}, DEAL["parties"][1]]}, "parties"),  # type: ignore[index]
        ({"value": "$12.40"}, "value"),
        ({"terms": [{"name": "stake", "text": "a mill since 2019"}]}, "terms"),
    ],
)
def test_gold_does_not_bear_out_another_value(change: dict[str, Any], field: str) -> None:
    [side] = sides({"deals": [DEAL]}, summary(deals=[{**DEAL, **change}]))
    assert side.pairs == {0: 0}
    assert side.strange(0) == [field]


def test_gold_bears_out_a_claim_in_nearly_its_words_only() -> None:
    near = {**CLAIM, "statement": "Pallister Mills shares rose 3% to $12.40."}
    far = {**CLAIM, "statement": "Pallister Mills rose to $12.40 after the deal."}
    [side] = sides({"claims": [CLAIM]}, summary(claims=[near]))
    assert side.borne_out(0)
    [side] = sides({"claims": [CLAIM]}, summary(claims=[far]))
    assert side.pairs == {0: 0}
    assert side.strange(0) == ["statement"]


def after(before: Summary, withdrawn: tuple[str, ...] = (), **sections: Any) -> Summary:
    dropped = [
        Dropped(section=name, record=record.model_dump(mode="json"))
        for name in withdrawn
        for record in getattr(before, name)
    ]
    return summary(**sections).model_copy(update={"dropped": dropped})


def test_what_was_mended_and_what_was_taken_back_is_counted() -> None:
    wrong_deal, wrong_quote = {**DEAL, "value": "$400 million"}, {**QUOTE, "speaker": "Corvane Research"}
    before = summary(deals=[wrong_deal], quotes=[wrong_quote], claims=[CLAIM])
    second = after(before, ("quotes",), deals=[DEAL], claims=[CLAIM])
    found = repairs.count([Done(ITEM, before)], [Done(ITEM, second)], with_gold=True)
    assert (found.records, found.faulty.total()) == (3, 2)
    assert found.codes["scale_altered", "deals", "value"] == 1
    assert (found.mended, found.mended_right, found.kept, found.better) == (1, 1, 0, 0)
    assert (found.withdrawn, found.withdrawn_known, found.withdrawn_right) == (1, 1, 0)
    assert (found.marked_in_error, found.worse, found.strange) == (0, 0, 0)
    assert "  repair: mended 1; of these gold bears out 1" in list(report.repairs(found, with_gold=True))


def test_a_repair_that_loses_what_gold_has_makes_it_worse() -> None:
    # The verifier marks it, and gold says so too: the marking was the error.
    wrong = {**QUOTE, "speaker": "Corvane Research"}
    before = summary(quotes=[wrong])
    item = Item("mill", ARTICLE, {"quotes": [wrong]})
    kept = repairs.count([Done(item, before)], [Done(item, before)], with_gold=True)
    assert (kept.marked_in_error, kept.kept, kept.worse) == (1, 1, 0)
    assert kept.in_error == kept.codes
    assert kept.codes["speaker_altered", "quotes", "speaker"] == 1
    mended = repairs.count([Done(item, before)], [Done(item, summary(quotes=[QUOTE]))], with_gold=True)
    assert (mended.marked_in_error, mended.mended, mended.mended_right, mended.worse) == (1, 1, 0, 1)
    taken = repairs.count([Done(item, before)], [Done(item, after(before, ("quotes",)))], with_gold=True)
    assert (taken.withdrawn, taken.withdrawn_right) == (1, 1)
    assert "          made worse, by gold: 1" in list(report.repairs(taken, with_gold=True))


def test_records_that_cannot_be_followed_are_said_to_be_so() -> None:
    before = summary(deals=[{**DEAL, "value": "$400 million"}])
    found = repairs.count([Done(ITEM, before)], [Done(ITEM, summary(deals=[DEAL, DEAL]))], with_gold=False)
    assert (found.strange, found.mended, found.kept) == (1, 0, 0)
    assert repairs.follow(before.deals, before.deals, []) == [0]


def test_verified_records_that_gold_does_not_have_are_left_to_a_reader(tmp_path: Path) -> None:
    other = {**CLAIM, "evidence": [3], "statement": "Tessary's profit may fall 5% this year.", "certainty": "hedged"}
    other |= {"kind": "forecast", "claimant": "Corvane Research", "figures": []}
    result = summary(quotes=[QUOTE], claims=[CLAIM, other])
    assert {str(record.verdict) for record in (*result.quotes, *result.claims)} == {"verified"}
    found = review.verified([Done(ITEM, result)])
    assert (found.confirmed, found.count) == (2, 3)
    [item] = found.items
    assert item["cited"] == {"3": "Tessary's profit may fall 5% this year, Corvane Research said."}
    assert item["record"]["statement"] == other["statement"]
    assert review.verified([Done(ITEM, result)]).items == found.items
    [changed] = review.verified([Done(ITEM, summary(claims=[{**other, "kind": "estimate"}]))]).items
    assert changed["id"] != item["id"]

    assert review.write(tmp_path / "items.jsonl", found.items, {"mill": ARTICLE, "other": ARTICLE}) == 1
    lines = [json.loads(line) for line in (tmp_path / "items.jsonl").read_text("utf-8").splitlines()]
    assert [line.get("article") for line in lines] == [None, "mill", "mill"]
    assert lines[1]["text"].startswith("[1] Pallister Mills agreed")
    (tmp_path / "marks.jsonl").write_text(json.dumps({"id": item["id"], "right": False, "why": "not said"}) + "\n\n")
    marks = review.read([tmp_path / "items.jsonl", tmp_path / "marks.jsonl"])
    assert marks.of(found.items) == (0, 1)
    said = list(report.verified(found, marks))
    assert said[-1].endswith("right: 2 of 3 = 0.6667")


def test_a_reader_marks_each_record_of_an_article_once(service: Service, tmp_path: Path) -> None:
    items = review.verified([Done(ITEM, summary(quotes=[QUOTE], claims=[CLAIM]))], with_gold=False).items
    asked = reading.messages(ARTICLE, items)
    assert "[2] “We have looked" in asked[1].content
    lines = [json.loads(line) for line in asked[1].content.splitlines() if line.startswith("{")]
    assert [(line["id"], line["cites"]) for line in lines] == [(items[0]["id"], [2]), (items[1]["id"], [4])]
    assert "currency" not in lines[0]

    told = [{"id": items[0]["id"], "right": False, "why": "no"}, {"id": "another", "right": True, "why": ""}]
    service.content = json.dumps({"marks": told})
    model = Summarizer("openai/relay", base_url=service.base_url, api_key="sk-local").pipeline.model
    marks, failed = asyncio.run(reading.ask(model, items, {"mill": ARTICLE}))
    assert ([mark.id for mark in marks], failed) == ([items[0]["id"]], [])
    reading.write(tmp_path / "marks.jsonl", marks)
    known = review.read([tmp_path / "marks.jsonl"])
    assert known.of(items) == (0, 1)
    assert reading.joined(known, [reading.Mark(id=items[0]["id"], right=True, why="")]).of(items) == (0, 1)
    service.refused = "Tessary"
    marks, failed = asyncio.run(reading.ask(model, items, {"mill": ARTICLE}))
    assert (marks, len(failed)) == ([], 1)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('{"id": "a", "right": true}\n{"id": "a", "right": false}', "line 2: a is marked right and wrong"),
        ("right", "line 1 is not JSON"),
    ],
)
def test_marks_that_cannot_be_used_are_an_error(tmp_path: Path, lines: str, words: str) -> None:
    (tmp_path / "marks.jsonl").write_text(lines)
    with pytest.raises(DataError, match=words):
        review.read([tmp_path / "marks.jsonl"])


def shares(result: Summary, gold: Mapping[str, Any] = GOLD) -> dict[str, tuple[int, int]]:
    item = Item("mill", ARTICLE, gold)
    found = figures.of_gold(evaluate([gold], [result]), [Done(item, result)])
    return {one.name: (one.right, one.of) for one in found}


def test_the_figures_of_a_perfect_answer_are_all_one() -> None:
    found = shares(summary(deals=[DEAL], quotes=[QUOTE], claims=[CLAIM]))
    assert found.pop("deal fields right") == (6, 6)
    assert set(found.values()) == {(1, 1)}
    assert list(found) == ["deals found", "quotes found", "speakers right", "claims found", "claims told"]


def test_a_wrong_role_and_a_party_too_many_are_wrong_fields() -> None:
    buyer, target = DEAL["parties"]  # type: ignore[misc]
    wrong = {**DEAL, "parties": [buyer, {**target, "role": "seller"}, {"name": "Corvane Research", "role": "adviser"}]}  # type: ignore[dict-item]
    assert shares(summary(deals=[wrong]))["deal fields right"] == (5, 7)


def test_a_claim_that_stands_in_other_records_is_told_and_not_found() -> None:
    gold = {"claims": [{"evidence": [1], "statement": "Pallister Mills agreed to buy Tessary Grain for $40 million."}]}
    found = shares(summary(deals=[DEAL]), gold)
    assert (found["claims found"], found["claims told"]) == ((0, 1), (1, 1))
    assert shares(summary(deals=[{**DEAL, "value": None}]), gold)["claims told"] == (0, 1)


def test_an_article_without_an_answer_has_missed_everything() -> None:
    other = Item("rail", Article.from_text("Ostrava Rail ordered 12 trains."), GOLD)
    gold = [{**GOLD, "source": {"path": "mill.txt"}}, {**GOLD, "source": {"path": "rail.txt"}}]
    result = summary(Article(TEXT, path="mill.txt"), deals=[DEAL], quotes=[QUOTE], claims=[CLAIM])
    runs = [Done(Item("mill", ARTICLE, GOLD), result), Done(other, None, (), "Refused: no")]
    found = {one.name: (one.right, one.of) for one in figures.of_gold(evaluate(gold, [result]), runs)}
    assert found["claims told"] == found["claims found"] == found["deals found"] == (1, 2)


def test_the_slots_that_are_asked_for_are_added_up() -> None:
    slots = {
        "acquired": [1, 2, 2],
        "purchaser": [1, 1, 2],
        "seller": [0, 0, 0],
        "dlramt": [1, 1, 1],
        "acqloc": [0, 0, 9],
    }
    result = {how: {slot: {"n": count} for slot, count in slots.items()} for how in ("strict", "relaxed")}
    result["strict"]["acquired"] = {"n": [0, 2, 2]}
    said = report.asked_slots(result)
    assert said.endswith("acquired, purchaser, seller, dlramt: strict P 0.500 R 0.400; relaxed P 0.750 R 0.600")


def test_tokens_are_counted_as_the_service_says_and_by_a_vocabulary() -> None:
    used = Usage(input_tokens=100, output_tokens=20)
    calls = [
        Call("extract", ("abc", "de"), "{}", '{"a": [1, 2]}', used, None),
        Call("repair", ("abc", "defg"), "{}", "no", used, None),
    ]
    told = tokens.add_up(calls, None)
    assert (told.calls, told.repairs, told.service_input, told.service_output) == (2, 1, 200, 40)
    assert (told.input, told.output) == (None, None)
    counted = tokens.add_up(calls, len)
    assert counted.output == len('{"a":[1,2]}') + len("no")
    assert counted.input == 3 + 2 + 3 + 4 + 2 * len("{}") + 4 * tokens.PER_MESSAGE
    assert counted.article_input == 2 + 4
    dollar = Prices(1.0, 1.0, 10.0)
    assert told.cost(dollar) == 200 + 400
    assert counted.cost(dollar) == (counted.input or 0) + 10 * (counted.output or 0)


def test_the_copied_variant_asks_for_sentences_and_for_nothing_else_otherwise() -> None:
    def as_sentences(schema: Any, name: str = "") -> Any:
        if isinstance(schema, list):
            return [as_sentences(below) for below in schema]
        if not isinstance(schema, dict):
            return schema
        if name == "headline":
            schema = {**schema, "anyOf": [{"$ref": "#/$defs/Cited"}, {"type": "null"}]}
        if name in ("abstract", "said", "claims") and schema["items"] == {"type": "string"}:
            schema = {**schema, "items": {"$ref": "#/$defs/Cited"}}
        if name == "evidence" and "items" in schema:
            assert schema["items"] == {"type": "integer"}
            schema = {**schema, "items": {"type": "string"}}
        return {key: as_sentences(below, key) for key, below in schema.items()}

    numbers, sentences = wire_schema(NEWS.wire), wire_schema(copied.copied_wire(NEWS.wire))
    assert sentences["$defs"].pop("Cited") == as_sentences(wire_schema(Cited))
    assert sentences == as_sentences(numbers) != numbers


def test_the_copied_variant_shows_no_numbers_and_speaks_of_none() -> None:
    if load_prompt("extract").version == 1:
        pytest.skip("the variant changes the words of version 2 of the prompt")
    system, user = copied.copied_messages(extract_messages(load_prompt("extract"), ARTICLE, NEWS))
    assert "\nPallister Mills agreed to buy Tessary Grain" in user.content
    assert "[1]" not in system.content + user.content
    assert "numbers of the sentences" not in system.content


def test_a_prompt_that_no_longer_has_the_words_is_said_to_have_changed() -> None:
    with pytest.raises(copied.PromptChanged, match="words that the prompt does not have"):
        copied.copied_messages((Message("system", "Read."), Message("user", "[1] A.")))


def test_copied_sentences_are_turned_into_numbers_and_back() -> None:
    first, second = (sentence.text for sentence in ARTICLE.sentences[:2])
    retyped = second.replace("“", '"').replace("”", '"')
    data = {"claims": [{"evidence": [first, "Nobody wrote this."], "text": "a"}, {"evidence": [f"{first} {retyped}"]}]}
    found = copied.numbered(data, ARTICLE)
    assert found == {"claims": [{"evidence": [1], "text": "a"}, {"evidence": [1, 2]}]}
    assert copied.written_out(found["claims"][1], ARTICLE) == {"evidence": [first, second]}
    assert copied.written_out({"evidence": [0, 99]}, ARTICLE) == {"evidence": []}
    assert copied.written_out({"said": ["a [1,2]"]}, ARTICLE) == {"said": [{"evidence": [first, second], "text": "a"}]}


def test_ways_to_ask_are_laid_side_by_side(runner: Callable[[], Runner]) -> None:
    rows = list(variants.rows(["cited"], runner(), [ITEM], len))
    assert [row.name for row in rows if isinstance(row, variants.Row)] == ["cited", "written out"]
    cited, written_out = rows
    assert isinstance(cited, variants.Row)
    assert isinstance(written_out, variants.Row)
    assert (cited.answered, cited.took.calls, cited.found) == (1, 1, (0, 3))
    assert (written_out.took.output or 0) >= (cited.took.output or 0) > 0
    head, first, _ = variants.table(rows)
    assert head.split()[:2] == ["tokens:", "o200k"]
    assert first.split()[:2] == ["cited", "1"]


def test_langextract_is_asked_in_its_own_way(service: Service, runner: Callable[[], Runner]) -> None:
    pytest.importorskip("langextract")
    [row] = variants.rows(["langextract"], runner(), [ITEM], len)
    assert isinstance(row, variants.Row)
    assert row.name.startswith("langextract ")
    assert [body["response_format"]["type"] for body in service.asked] == ["json_schema"]
    assert f"Q: {TEXT}" in service.asked[0]["messages"][-1]["content"]
    list(variants.rows(["langextract"], runner(), [ITEM], len))
    assert len(service.asked) == 1


def test_recorded_answers_are_given_again_and_nothing_else_is(runner: Callable[[], Runner], tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    [first] = asyncio.run(runner().run([ITEM]))
    assert recorded.write(file, first.calls) == len(first.calls)
    assert recorded.write(file, first.calls) == len(first.calls)
    other = Item("rail", Article.from_text("Ostrava Rail ordered 12 trains."), GOLD)
    with recorded.service(file) as base_url:
        pipeline = Summarizer(recorded.MODEL, base_url=base_url, api_key="none-needed").pipeline
        again, unknown = asyncio.run(Runner(pipeline, tmp_path / "again").run([ITEM, other]))
    assert again.summary is not None
    assert first.summary is not None
    assert again.summary.headline == first.summary.headline
    assert [tokens.compact(one.answer) for one in again.calls] == [tokens.compact(one.answer) for one in first.calls]
    assert unknown.summary is None
    assert "no answer to this request is recorded" in (unknown.error or "")


def test_recorded_answers_that_cannot_be_read_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "answers.jsonl").write_text('{"request": "a"}')
    with pytest.raises(DataError, match="line 1 is no recorded answer"), recorded.service(tmp_path / "answers.jsonl"):
        pass


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["benchmarks.model", *arguments])
    command.main()


def test_the_command_scores_a_set_and_writes_its_figures(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written, items = tmp_path / "figures.json", tmp_path / "items.jsonl"
    arguments = ("--model", "offline", "--gold", "seen", "--articles", "2", "--json", str(written))
    run(monkeypatch, *arguments, "--review", str(items))
    printed = capsys.readouterr().out
    assert printed.startswith("seen: 2 articles, evenly spaced among 12; offline, no prompt\n")
    found = json.loads(written.read_text())["seen"]
    assert found["figures"]["deals found"]["of"] == found["gold"]["kinds"]["deals"]["gold"] > 0
    left = [json.loads(line) for line in items.read_text("utf-8").splitlines()]
    assert f"left to a reader {sum('id' in line for line in left)}\n" in printed


def test_the_command_asks_a_service_and_says_what_it_took(
    monkeypatch: pytest.MonkeyPatch, service: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-local")
    arguments = ("--base-url", service.base_url, "--model", "openai/relay", "--gold", "seen", "--articles", "1")
    run(monkeypatch, *arguments, "--out", str(tmp_path / "out"), "--prices", "1,10")
    printed = capsys.readouterr().out
    assert "  first answers: " in printed
    assert "  cost at the prices of 1,10, nothing from a cache: $" in printed
    asked = len(service.asked)
    run(monkeypatch, *arguments, "--out", str(tmp_path / "out"), "--prices", "1,10")
    assert capsys.readouterr().out == printed
    assert len(service.asked) == asked


def test_absent_reference_data_is_named_and_the_run_goes_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sets.deals, "FOLDER", tmp_path)
    run(monkeypatch, "--model", "offline", "--gold", "deals", "--gold", "seen", "--articles", "1")
    first, rest = capsys.readouterr().out.split("\n", 1)
    assert first.startswith("deals: shared/data is not beside this repository")
    assert "\nseen: 1 articles" in rest


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--prices", "dear"], "dear"),
        (["--reviewed", "nowhere.jsonl"], "nowhere.jsonl"),
        (["--json", "nowhere/figures.json"], "nowhere is no folder"),
        (["--articles", "0"], "0 is less than 1"),
        (["--recorded"], "--recorded has its own service"),
    ],
)
def test_what_cannot_be_used_ends_the_command_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch, "--model", "offline", "--gold", "seen", *arguments)
    assert ended.value.code == 2
    assert words in capsys.readouterr().err

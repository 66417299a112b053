from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from summarizer.exports.formats import label_studio
from summarizer.exports.formats.items import Item, Job
from summarizer.exports.formats.label_studio import config
from summarizer.exports.formats.spans import labels_of

Json = dict[str, Any]


@pytest.fixture
def task(item: Item, job: Job, tmp_path: Path) -> Json:
    label_studio.write([item], job, tmp_path)
    [one] = json.loads((tmp_path / "tasks-0001.json").read_bytes())
    assert isinstance(one, dict)
    return one


def results(task: Json, kind: str) -> list[Json]:
    return [result for result in task["predictions"][0]["result"] if result["type"] == kind]


def test_label_studio_itself_takes_the_labels_and_the_predictions(task: Json, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        interface = pytest.importorskip(
            "label_studio_sdk.label_interface", reason="label-studio-sdk is not installed: `make test` installs it"
        )
        project = interface.LabelInterface((tmp_path / "config.xml").read_text("utf-8"))
        project.validate()
        assert project.validate_task({"data": task["data"]})
        assert project.validate_prediction(task["predictions"][0], return_errors=True) == []
        broken = json.loads(json.dumps(task["predictions"][0]))
        broken["result"][0]["value"]["labels"] = ["no such label"]
        assert project.validate_prediction(broken, return_errors=True) != []


def test_offsets_are_code_points_of_the_text(task: Json) -> None:
    text = task["data"]["text"]
    regions = results(task, "labels")
    assert [text[region["value"]["start"] : region["value"]["end"]] for region in regions] == [
        region["value"]["text"] for region in regions
    ]
    [value] = [region for region in regions if region["value"]["labels"] == ["deal.value"]]
    assert value["value"]["text"] == "about £2.4 million"
    assert value["value"]["start"] == text.index("about £2.4 million")


def test_a_region_has_the_verdict_of_its_record(task: Json) -> None:
    labels = {region["id"]: region["value"]["labels"][0] for region in results(task, "labels")}
    verdicts = {labels[choice["id"]]: choice["value"]["choices"] for choice in results(task, "choices")}
    assert verdicts["deal.value"] == ["inferred"]
    assert verdicts["claim.figures"] == ["altered"]
    assert len(labels) == len(results(task, "choices"))


def test_the_fields_of_a_record_hang_on_its_first_sentence(task: Json) -> None:
    labels = {region["id"]: region["value"]["labels"][0] for region in results(task, "labels")}
    pairs = [(labels[one["from_id"]], labels[one["to_id"]]) for one in results(task, "relation")]
    assert ("deal.evidence", "deal.value") in pairs
    assert ("quote.evidence", "quote.speaker") in pairs
    assert all(head.split(".")[0] == field.split(".")[0] for head, field in pairs)
    assert len(pairs) == 8


def test_the_score_is_the_share_of_sound_records(task: Json) -> None:
    assert task["predictions"][0]["score"] == round(5 / 7, 4)
    assert task["predictions"][0]["model_version"] == "openai/some-model"


def test_every_label_that_is_used_is_in_the_configuration(task: Json, tmp_path: Path) -> None:
    root = ElementTree.fromstring((tmp_path / "config.xml").read_text("utf-8"))  # noqa: S314 (our own)
    offered = {label.get("value") for label in root.iter("Label")}
    used = {label for region in results(task, "labels") for label in region["value"]["labels"]}
    assert used <= offered
    assert "deal.terms.text" in offered - used


def test_a_label_of_a_user_makes_no_markup() -> None:
    root = ElementTree.fromstring(config(['a"<b>&.name']))  # noqa: S314 (our own)
    assert [label.get("value") for label in root.iter("Label")] == ['a"<b>&.name']


def test_a_field_of_somebody_else_makes_a_configuration_that_can_be_read(item: Item, job: Job, tmp_path: Path) -> None:
    item.document["deals"][0]["spans"][1]["field"] = 'a\x00\x1b"<b>&\u202e[3].c'
    label_studio.write([item], job, tmp_path)
    root = ElementTree.fromstring((tmp_path / "config.xml").read_text("utf-8"))  # noqa: S314 (our own)
    [one] = json.loads((tmp_path / "tasks-0001.json").read_bytes())
    used = {label for region in results(one, "labels") for label in region["value"]["labels"]}
    assert 'deal.a"<b>&.c' in used
    assert used <= {label.get("value") for label in root.iter("Label")}


def test_labels_are_the_fields_that_are_copied(job: Job) -> None:
    labels = labels_of(job.sections)
    assert {"deal.evidence", "deal.parties.name", "deal.dates.when", "claim.figures.period", "quote.text"} <= set(
        labels
    )
    assert not {"deal.kind", "claim.statement", "headline.text", "deal.value.text"} & set(labels)


def test_many_tasks_go_into_several_files(
    item: Item, job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(label_studio, "TASKS", 2)
    label_studio.write([item] * 5, job, tmp_path)
    counts = [len(json.loads(path.read_bytes())) for path in sorted(tmp_path.glob("tasks-*.json"))]
    assert counts == [2, 2, 1]


def test_no_tasks_are_an_empty_list(job: Job, tmp_path: Path) -> None:
    label_studio.write([], job, tmp_path)
    assert json.loads((tmp_path / "tasks-0001.json").read_bytes()) == []


def test_an_article_without_its_text_is_skipped_and_named(without_text: Item, job: Job, tmp_path: Path) -> None:
    label_studio.write(job.counted([without_text]), job, tmp_path)
    assert (job.articles, job.records) == (0, 0)
    assert job.skipped == [
        "wire/quillon opt.txt: its text is not to be had; name the folder of the articles with --articles"
    ]


def test_an_article_whose_spans_do_not_fit_is_skipped(item: Item, job: Job, tmp_path: Path) -> None:
    item.document["deals"][0]["spans"][1]["start"] += 1
    label_studio.write(job.counted([item]), job, tmp_path)
    assert "its spans are not where they say" in job.skipped[0]

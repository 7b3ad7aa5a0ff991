"""The score of doubts and proposals counts what it says."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.score import said, score

HEAD = "关于清河的通知\n各区:\n"


def scored(folder: Path, text: str, wanted: dict[str, object]) -> Counter[str]:
    (folder / "1.txt").write_text(HEAD + text, encoding="utf-8")
    (folder / "1.json").write_text(json.dumps(wanted, ensure_ascii=False), encoding="utf-8")
    return score(folder)


@pytest.mark.parametrize(("owner", "word"), [("市水务局", "right"), ("市财政局", "wrong")])
def test_a_proposal_is_held_against_its_sample(tmp_path: Path, owner: str, word: str) -> None:
    sample = {"contains": "负责巡查", "support": [owner]}
    counts = scored(tmp_path, "一、任务\n市水务局负责巡查。\n", {"sample_tasks": [sample]})
    assert counts[f"{word} proposal"] == counts[f"{word} row"] == counts["row"] == 1


def test_a_proposal_where_nothing_is_assigned_is_wrong(tmp_path: Path) -> None:
    counts = scored(tmp_path, "一、任务\n市水务局负责巡查。\n", {"tasks": 0})
    assert counts["proposal where nothing is assigned"] == 1
    assert "proposals right: 0/1 = 0 %" in list(said(counts))


def test_a_doubt_stands_at_its_place_where_its_row_is_not_found(tmp_path: Path) -> None:
    text = "一、任务\n要抓好。\n对巡查工作市水务局负责到底。\n"
    missing = {"contains": "对巡查工作", "support": ["市水务局"]}
    counts = scored(tmp_path, text, {"sample_tasks": [missing]})
    assert (counts["doubt at its place"], counts["doubt beside the place"]) == (1, 0)

"""How well the reader doubts and proposes, on notices beside the project: `python -m tests.score FOLDER`.

Each notice (NN.txt) has its oracle (NN.json): `sample_tasks`, each with a piece of its text (`contains`),
and its `lead`, `support`, `leaders`, `deadline`. A doubt is at its place where a fact of its row is missing
or wrong; a proposal is right where it has the oracle's owners, and wrong in a text that assigns nothing.
What no sample tells of is not judged.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from store.reading import as_json, read_file

Json = dict[str, Any]

_ASKING = {"R04", "R10", "R11"}
"""Findings that ask about a fact of a row; those of rows (R06) are counted by the rows' doubts."""
_ONE_FORM = str.maketrans("，；：（）．", ",;:().")


def key(text: str | None) -> str:
    """Return a text without blanks, in one width, as oracles are compared."""
    one_form = "".join((text or "").split())
    return one_form.translate(_ONE_FORM).rstrip("。.,;等")


def score(folder: Path) -> Counter[str]:
    """Return the counts of all notices of a folder."""
    counts: Counter[str] = Counter()
    for oracle in sorted(folder.glob("*.json")):
        notice = oracle.with_suffix(".txt")
        if notice.exists():
            wanted = json.loads(oracle.read_text(encoding="utf-8"))
            counts.update(score_one(wanted, as_json(read_file(notice)), notice.read_text(encoding="utf-8")))
    return counts


def score_one(wanted: Json, got: Json, text: str) -> Iterator[str]:
    """Give what is counted in one notice, a word for each."""
    rows = [*got["tasks"], *got["proposed_tasks"]]
    samples = wanted.get("sample_tasks", [])
    lines = text.split("\n")
    if not samples and not wanted.get("tasks"):
        yield from ("proposal where nothing is assigned" for _ in got["proposed_tasks"])
        yield from ("task where nothing is assigned" for _ in got["tasks"])
    yield from ("row" for _ in rows)
    for sample in samples:
        row = row_of(sample, rows)
        yield "right row" if _is_right(sample, row) else "wrong row"
        if row and row in got["proposed_tasks"]:
            yield "right proposal" if owners_right(sample, row) else "wrong proposal"
    for words in _doubted(got, lines):
        yield "doubt"
        told = [sample for sample in samples if key(sample["contains"]) in key(words)]
        for sample in told:
            is_right = _is_right(sample, row_of(sample, rows))
            yield "doubt beside the place" if is_right else "doubt at its place"


def _doubted(got: Json, lines: list[str]) -> Iterator[str]:
    """Give the words of the row or line that each doubt stands on."""
    for row in (*got["tasks"], *got["proposed_tasks"]):
        yield from (row["item"] + row["text"] for _ in row["doubts"])
    for finding in got["findings"]:
        if finding["code"] in _ASKING:
            yield lines[finding["line"] - 1]


def row_of(sample: Json, rows: list[Json]) -> Json | None:
    """Return the shortest row that holds a sample's words."""
    words = key(sample["contains"])
    hits = [row for row in rows if words in key(row["item"] + row["number"] + row["text"])]
    return min(hits, key=lambda row: len(row["text"]), default=None)


def _is_right(sample: Json, row: Json | None) -> bool:
    return row is not None and owners_right(sample, row) and deadline_right(sample, row)


def owners_right(sample: Json, row: Json) -> bool:
    """Tell whether both sides of a row, and its leaders where they are told, are the sample's."""
    leaders = [*row["lead_leaders"], *row["participant_leaders"]]
    pairs = [(row["lead_units"], sample.get("lead")), (row["participants"], sample.get("support"))]
    if sample.get("leaders"):
        pairs.append((leaders, sample["leaders"]))
    return all(sorted(map(key, found)) == sorted(map(key, told or [])) for found, told in pairs)


def deadline_right(sample: Json, row: Json) -> bool:
    """Tell whether a row has the sample's deadline, or more around it; where none is told any will do."""
    wanted, found = key(sample.get("deadline")), key(row["deadline"])
    return not wanted or bool(found and (wanted in found or found in wanted))


def said(counts: Counter[str]) -> Iterator[str]:
    """Give the lines of the score."""
    placed, beside = counts["doubt at its place"], counts["doubt beside the place"]
    right, wrong = counts["right proposal"], counts["wrong proposal"]
    wrong += counts["proposal where nothing is assigned"]
    doubts, rows = counts["doubt"], counts["row"]
    yield f"doubts at a missing or wrong fact: {_share(placed, placed + beside)} (of {doubts} in all)"
    yield f"doubts for 5 rows: {5 * doubts / max(1, rows):.2f} ({rows} rows)"
    found = counts["right row"]
    yield f"rows right by their samples: {_share(found, found + counts['wrong row'])}"
    yield f"proposals right: {_share(right, right + wrong)}"
    nothing = (counts["proposal where nothing is assigned"], counts["task where nothing is assigned"])
    yield f"in texts that assign nothing: {nothing[0]} proposals, {nothing[1]} tasks"


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {100 * part / whole:.0f} %" if whole else "none judged"


if __name__ == "__main__":
    print(*said(score(Path(sys.argv[1]))), sep="\n")

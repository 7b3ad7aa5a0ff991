"""Tables whose columns are shuffled, whose cells are missing or joined: never a wrong side without a word."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import most
from tests.store.reading.tables.forms import FORMS, read_rows

LEADS = ["市发改局", "市民政局", "市科技局", "市水务局"]
PARTNERS = ["市财政局", "市审计局", "各县区", "市教育局"]
COLUMNS = {
    "序号": ["1", "2", "3", "4"],
    "重点任务": ["推进改革，完成30家。", "建设信息平台。", "完善巡查制度。", "开展清理整治。"],
    "牵头单位": LEADS,
    "配合单位": PARTNERS,
    "完成时限": ["6月底前", "年底前", "持续推进", "2026年9月30日前"],
    "资金来源": ["财政", "自筹", "财政", "自筹"],
}


def sides(task: dict[str, Any]) -> tuple[set[str], set[str]]:
    return set(task["lead_units"]), set(task["participants"])


@settings(max_examples=most(30))
@given(st.permutations(list(COLUMNS)), st.sampled_from(FORMS))
def test_columns_in_any_order(order: list[str], form: str) -> None:
    rows = [order, *([COLUMNS[label][row] for label in order] for row in range(4))]
    found = read_rows(rows, form)["tasks"]
    texts = [task["text"] for task in found]
    assert texts == COLUMNS["重点任务"]
    assert [sides(task) for task in found] == [
        ({lead}, {partner}) for lead, partner in zip(LEADS, PARTNERS, strict=True)
    ]


@settings(max_examples=most(50))
@given(
    st.sampled_from(FORMS),
    st.sets(
        st.tuples(st.integers(0, 3), st.sampled_from(["牵头单位", "配合单位", "完成时限", "资金来源"])),
        max_size=8,
    ),
)
def test_blank_cells_put_nobody_on_the_other_side(form: str, blank: set[tuple[int, str]]) -> None:
    labels = list(COLUMNS)
    rows = [labels]
    for row in range(4):
        rows.append(["" if (row, label) in blank else COLUMNS[label][row] for label in labels])
    found = read_rows(rows, form)["tasks"]
    for row, task in enumerate(found):
        leads, partners = sides(task)
        assert leads <= {LEADS[row]} or task["doubts"], (rows, task)
        assert partners <= {PARTNERS[row]} or task["doubts"], (rows, task)
    assert len(found) == 4


@settings(max_examples=most(50))
@given(
    st.sampled_from(["tabs", "blanks", "one a line"]),
    st.sets(st.tuples(st.integers(0, 3), st.integers(2, 4)), max_size=4),
)
def test_cells_that_left_no_trace_are_asked_about(form: str, gone: set[tuple[int, int]]) -> None:
    labels = list(COLUMNS)[:5]
    sign = {"tabs": "\t", "blanks": " ", "one a line": "\n"}[form]
    lines = [sign.join(labels)]
    for row in range(4):
        cells = [COLUMNS[label][row] for index, label in enumerate(labels) if (row, index) not in gone]
        lines.append(sign.join(cells))
    rows = [[line] for line in "\n".join(lines).split("\n")]
    found = read_rows(rows, "as it is")["tasks"]
    for task in found:
        if task["text"] not in COLUMNS["重点任务"]:
            assert task["doubts"] or not (task["lead_units"] or task["participants"]), (lines, task)
            continue
        row = COLUMNS["重点任务"].index(task["text"])
        leads, partners = sides(task)
        is_right = leads <= {LEADS[row]} and partners <= {PARTNERS[row]}
        assert is_right or task["doubts"], (lines, task)

"""Tables whose cells only blanks part, as a copy out of a PDF or a web page has them."""

from typing import Any

import pytest

from store.reading import as_json, read_notice

ABOVE = "关于印发重点任务分解表的通知\n各单位：\n请认真落实。\n某某局\n2026年3月2日\n附件\n重点任务分解表\n"


def tasks(lines: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = as_json(read_notice((ABOVE + lines).encode()))["tasks"]
    return found


def owners(lines: str) -> list[tuple[str, list[str], list[str], str | None]]:
    return [
        (task["text"], task["lead_units"], task["participants"], task["deadline"]) for task in tasks(lines)
    ]


@pytest.mark.parametrize("gap", [" ", "   ", "　", "　　"])
@pytest.mark.parametrize(
    "labels",
    [
        ("序号", "重点任务", "牵头单位", "配合单位", "完成时限"),
        ("编号", "工作内容", "牵头部门", "参与部门", "时间节点"),
        ("序号", "主要任务", "主办单位", "协办单位", "完成时间"),
        ("序号", "工作措施", "牵头处室", "责任处室", "时限要求"),
        ("序号", "任务内容", "牵头科室", "协助科室", "办结时限"),
    ],
)
def test_a_row_on_a_line(gap: str, labels: tuple[str, ...]) -> None:
    rows = [
        labels,
        ("1", "推进改革，完成30家。", "市发改局", "市财政局、市商务局", "2026年6月底前"),
        ("2", "30家企业入库。", "市民政局", "各县区", "年底前"),
    ]
    assert owners("\n".join(gap.join(row) for row in rows)) == [
        ("推进改革，完成30家。", ["市发改局"], ["市财政局", "市商务局"], "2026年6月底前"),
        ("30家企业入库。", ["市民政局"], ["各县区"], "年底前"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "重点任务 责任单位 完成时限",
        "工作内容  负责部门  时间节点",
        "任务 责任处室 时限",
        "主要措施 承办单位 完成时间",
    ],
)
def test_rows_without_a_number(header: str) -> None:
    lines = f"{header}\n推进改革。 市发改局 6月底前\n建设 平台。 市民政局、市财政局 年底前\n注：请认真落实。"
    assert owners(lines) == [
        ("推进改革。", [], ["市发改局"], "6月底前"),
        ("建设 平台。", [], ["市民政局", "市财政局"], "年底前"),
    ]


def test_words_within_cells_and_further_columns() -> None:
    lines = (
        "序号  工作任务        责任单位     资金(万元)   完成时限\n"
        "1     推进改革，完成30家。     市发改局      120     2026年6月底前\n"
        "2    建设 信息 平台。     市民政局 市财政局   30   年底前"
    )
    assert owners(lines) == [
        ("推进改革，完成30家。", [], ["市发改局"], "2026年6月底前"),
        ("建设 信息 平台。", [], ["市民政局", "市财政局"], "年底前"),
    ]
    assert [task["extras"] for task in tasks(lines)] == [[["资金(万元)", "120"]], [["资金(万元)", "30"]]]


@pytest.mark.parametrize(
    "row",
    [
        "1 推进改革，完善\n巡查制度。 市发改局 市财政局 6月底前",
        "1 推进改革，完善巡查制度。\n市发改局 市财政局 6月底前",
        "1 推进改革，完善巡查制度。 市发\n改局 市财政局 6月底前",
        "1 推进改革，完善巡查制度。 市发改局 市财政局\n6月底前",
        "1 推进改革，\n完善巡查制度。 市发改局\n市财政局 6月底前",
    ],
)
def test_a_row_broken_over_lines(row: str) -> None:
    lines = f"序号 重点任务 牵头单位 配合单位 完成时限\n{row}\n2 建设平台。 市民政局 市财政局 年底前\n联系人：高山"
    assert owners(lines) == [
        ("推进改革，完善巡查制度。", ["市发改局"], ["市财政局"], "6月底前"),
        ("建设平台。", ["市民政局"], ["市财政局"], "年底前"),
    ]


@pytest.mark.parametrize("heading", ["一、经济运行", "（二）产业类", "民生方面", "第一部分 经济", "重点工程"])
def test_a_heading_over_rows_and_their_sum(heading: str) -> None:
    lines = (
        f"序号 重点任务 责任单位 完成时限\n{heading}\n1 推进改革。 市发改局 6月底前\n合计 1项\n二、社会民生\n"
        "2 建设平台。 市民政局 年底前"
    )
    found = tasks(lines)
    items = ["".join(task["item"].split()) for task in found]
    assert items == ["".join(heading.split()), "二、社会民生"]
    assert [task["text"] for task in found] == ["推进改革。", "建设平台。"]


def test_a_row_with_a_blank_cell_asks_where_its_owner_stands() -> None:
    rows = "序号 重点任务 牵头单位 配合单位 完成时限\n1 推进改革。 市发改局 6月底前"
    assert [doubt["side"] for doubt in tasks(rows)[0]["doubts"]] == ["lead"]


@pytest.mark.parametrize(
    "line",
    [
        "任务 单位 时限 都要明确。",
        "要把任务 责任 时限落实到人，落实到单位。",
        "责任单位 市财政局",
        "主要 任务",
        "重点任务 责任单位：市财政局",
    ],
)
def test_words_in_a_sentence_are_no_header(line: str) -> None:
    assert tasks(f"{line}\n各单位 要 认真落实\n") == []

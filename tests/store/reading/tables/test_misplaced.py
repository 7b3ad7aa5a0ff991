"""Cells that are wrong under their column."""

from store.reading.tables.cells import LabelledCell
from store.reading.tables.misplaced import without_misplaced


def test_what_is_wrong_under_its_column_is_set_aside_and_asked_about() -> None:
    cells = {
        "lead_units": [LabelledCell("牵头单位", "加强日常巡查")],
        "lead_leaders": [LabelledCell("分管领导", "创业中心")],
        "participant_units": [LabelledCell("责任单位", "各区")],
        "deadline": [LabelledCell("时限", "市水务局、市财政局")],
    }
    kept, asked = without_misplaced(cells)
    assert [cell.text for cell in kept["other"]] == ["加强日常巡查", "创业中心", "市水务局、市财政局"]
    assert [cell.text for cell in kept["participant_units"]] == ["各区"]
    assert kept["lead_units"] == kept["lead_leaders"] == kept["deadline"] == []
    assert [doubt.side for doubt in asked] == ["lead", "lead", "participant"]

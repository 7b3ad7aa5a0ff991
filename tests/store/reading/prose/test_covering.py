"""Owners over several points: those of a heading, taken by the points below it."""

from store.reading import read_notice
from store.reading.result import TaskFound


def rows(text: str) -> tuple[TaskFound, ...]:
    return read_notice(f"市水务局2026年工作方案\n{text}".encode()).rows


def owners(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(task.text, task.lead_units, task.participant_units) for task in rows(text)]


def test_the_owners_of_a_heading_are_those_of_the_points_below_it() -> None:
    line = "一、清理河道\n牵头单位：河湖科\n责任单位：法规科\n1.清淤。\n2.巡河。\n"
    bracket = "一、清理河道（牵头单位：河湖科；责任单位：法规科）\n1.清淤。\n2.巡河。\n"
    for text in (line, bracket):
        assert owners(text) == [("清淤。", ("河湖科",), ("法规科",)), ("巡河。", ("河湖科",), ("法规科",))]
        assert {task.item for task in rows(text)} == {"一、清理河道"}


def test_a_point_takes_what_it_does_not_name_itself() -> None:
    text = (
        "一、清理河道\n牵头单位：河湖科\n分管领导：王建明\n完成时限：2026年9月底前\n"
        "1.清淤。（责任单位：法规科）\n2.巡河，6月底前完成。\n"
    )
    first, second = rows(text)
    assert (first.lead_units, first.participant_units) == (("河湖科",), ("法规科",))
    assert [task.lead_leaders for task in (first, second)] == [("王建明",), ("王建明",)]
    assert [task.deadline for task in (first, second)] == ["2026年9月底前", "6月底前"]


def test_what_no_point_takes_stays_with_the_heading() -> None:
    text = "一、清理河道\n责任单位：办公室\n1.清淤。（河湖科牵头）\n2.巡河。（法规科牵头）\n"
    assert owners(text) == [
        ("清理河道", (), ("办公室",)),
        ("清淤。", ("河湖科",), ()),
        ("巡河。", ("法规科",), ()),
    ]


def test_a_point_with_a_text_of_its_own_keeps_its_owners() -> None:
    text = "一、任务\n1.清理河道，全年完成八条。（河湖科牵头）\n（1）清淤。\n（2）巡河。\n2.宣传。（法规科牵头）\n"
    assert owners(text) == [
        ("清理河道，全年完成八条。", ("河湖科",), ()),
        ("宣传。", ("法规科",), ()),
    ]


def test_a_line_behind_the_last_of_some_points_is_given_to_those_above_with_a_question() -> None:
    text = "一、任务\n1.清淤。\n2.巡河。\n责任单位：河湖科\n"
    first, second = rows(text)
    assert first.units == second.units == ("河湖科",)
    assert [doubt.code for doubt in first.doubts] == ["owners_behind"]
    assert second.doubts == ()

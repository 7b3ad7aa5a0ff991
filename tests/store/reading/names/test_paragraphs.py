"""Paragraphs of a point that each have lines of owners."""

from store.reading import read_notice


def rows(text: str) -> list[tuple[str, tuple[str, ...], bool]]:
    found = read_notice(f"市水务局2026年工作方案\n{text}".encode())
    return [(task.text, task.units, bool(task.doubts)) for task in found.rows]


def test_owners_under_each_paragraph_are_its_own() -> None:
    text = "一、清河\n清理河道八条。\n责任单位：河湖科\n开展巡河。\n责任单位：法规科\n"
    assert rows(text) == [("清理河道八条。", ("河湖科",), False), ("开展巡河。", ("法规科",), False)]


def test_owners_over_each_paragraph_are_its_own() -> None:
    text = "一、清河\n责任单位：河湖科\n清理河道八条。\n责任单位：法规科\n开展巡河。\n"
    assert rows(text) == [("清理河道八条。", ("河湖科",), False), ("开展巡河。", ("法规科",), False)]


def test_brackets_over_each_paragraph_too() -> None:
    text = "一、清河\n（责任单位：河湖科）\n清理河道八条。\n（责任单位：法规科）\n开展巡河。\n"
    assert rows(text) == [("清理河道八条。", ("河湖科",), False), ("开展巡河。", ("法规科",), False)]


def test_a_last_paragraph_without_owners_is_asked_about() -> None:
    text = "一、清河\n清理河道八条。\n责任单位：河湖科\n开展巡河。\n责任单位：法规科\n印发简报。\n"
    assert rows(text)[-1] == ("印发简报。", (), True)


def test_different_labels_in_turn_are_of_one_point() -> None:
    text = "一、清河\n牵头单位：河湖科\n清理河道八条。\n责任单位：法规科\n二、宣传\n责任单位：法规科\n"
    assert rows(text)[0][1] == ("河湖科", "法规科")

"""Questions that hold for all rows alike stand in the first of them."""

from store.reading import as_json, read_notice

HEAD = "关于印发要点的通知\n各单位:\n现印发。\n一、清河\n"


def reasons(text: str) -> list[list[str]]:
    tasks = as_json(read_notice((HEAD + text).encode()))["tasks"]
    return [[doubt["reason"] for doubt in task["doubts"]] for task in tasks]


def test_a_word_is_asked_about_once_and_another_as_well() -> None:
    asked = reasons(
        "1.清河。(指导部门:省水利厅)\n2.清湖。(指导部门:省水利厅)\n3.清塘。(指导部门:省水利厅;验收单位:市审计局)\n"
    )
    assert [len(own) for own in asked] == [1, 0, 1]
    assert "“指导部门”" in asked[0][0]
    assert "“验收单位”" in asked[2][0]


def test_bare_brackets_are_asked_about_once_and_unread_ones_each() -> None:
    asked = reasons("1.清河。(市水务局)\n2.清湖。(市水务局、市财政局)\n3.清塘。(市水务局抓好)\n")
    assert [len(own) for own in asked] == [1, 0, 1]
    assert "未写明牵头或责任" in asked[0][0]
    assert asked[2] == ["未读出责任单位：“市水务局抓好”，请对照原文填写"]

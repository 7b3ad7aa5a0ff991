"""The values behind labels, each as far as it goes."""

from store.reading.names.labelled import labelled


def values(text: str) -> tuple[list[tuple[str, str]], str] | None:
    found = labelled(text)
    return found and ([(clause.field, clause.value) for clause in found[0]], found[1])


def test_values_behind_labels_go_as_far_as_their_field() -> None:
    text = "牵头单位:市水务局 责任单位:市财政局、\n市审计局\n完成时限:6月底\n另有说明。"
    assert values(text) == (
        [
            ("lead_units", "市水务局"),
            ("participant_units", "市财政局、 市审计局"),
            ("deadline", "6月底"),
        ],
        "另有说明。",
    )
    assert labelled("整改措施:落实巡查") is None
    assert values("责任单位:市水务局 联系人:高山") == (
        [("remark", "联系人:高山"), ("participant_units", "市水务局")],
        "",
    )


def test_leaders_behind_a_label_are_on_the_side_of_the_units_before_them() -> None:
    found = labelled("牵头单位:市水务局 分管领导:高山 责任单位:市财政局 分管领导:林海")
    assert found is not None
    assert [clause.field for clause in found[0]] == [
        "lead_units",
        "lead_leaders",
        "participant_units",
        "participant_leaders",
    ]

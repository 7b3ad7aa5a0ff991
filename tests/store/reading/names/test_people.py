"""People in a cell: padded, glued, with a post beside them; and what names nobody."""

import pytest

from store.reading.names.people import are_names, is_office, looks_like_name, names_in


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("胡 军", ["胡军"]),
        ("胡军、徐涛", ["胡军", "徐涛"]),
        ("方 毅袁 洁", ["方毅", "袁洁"]),
        ("胡军 徐涛 盛继亮", ["胡军", "徐涛", "盛继亮"]),
        ("欧阳修平", ["欧阳修平"]),
        ("阿不都·热合曼", ["阿不都·热合曼"]),
        ("高远 副区长", ["高远"]),
        ("副县长 李 明", ["李明"]),
        ("李明县长", ["李明"]),
        ("李明(副县长)", ["李明"]),
        ("相关分管领导", ["相关分管领导"]),
        ("县水务局、县财政局主要负责人", ["县水务局、县财政局主要负责人"]),
        ("胡军、胡 军", ["胡军"]),
    ],
)
def test_the_people_of_a_cell(cell: str, names: list[str]) -> None:
    assert list(names_in(cell)) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        # A surname begins a name.
        ("郭峰方远洋", ["郭峰", "方远洋"]),
        ("张勇金鑫倪虹", ["张勇", "金鑫", "倪虹"]),
        # Padding stands in names of two signs.
        ("陶 彧何常青", ["陶彧", "何常青"]),
        # No blank tears a name of three behind its second sign.
        ("钱毅平华 明张 华", ["钱毅平", "华明", "张华"]),
        # A blank mostly stands behind a name.
        ("宋云顾云 韦时时", ["宋云", "顾云", "韦时时"]),
        # Few names rather than many.
        ("吕新平张 华何洪明", ["吕新平", "张华", "何洪明"]),
        # Four signs are one name only with a surname of two.
        ("郝文夏 军王石石", ["郝文", "夏军", "王石石"]),
    ],
)
def test_glued_names_are_cut_by_the_habits_of_names(cell: str, names: list[str]) -> None:
    assert list(names_in(cell)) == names


def test_the_roster_settles_how_glued_names_are_cut() -> None:
    assert names_in("余成潘时军", {"余成"}) == ("余成", "潘时军")


@pytest.mark.parametrize("text", ["胡军", "胡 军", "司马云", "欧阳修平", "陳建國"])
def test_what_looks_like_a_name(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize("text", ["规划处", "副市长", "各乡镇", "城关区", "第一", "办公室主任", "高"])
def test_what_does_not(text: str) -> None:
    assert not looks_like_name(text)


def test_offices_and_mixed_cells_are_no_names() -> None:
    assert is_office("分管副市长")
    assert not is_office("胡军")
    assert are_names("胡 军、徐涛")
    assert not are_names("胡军、相关领导")
    assert not are_names("")

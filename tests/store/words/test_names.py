"""Names: two printings of one name, collectives, shortenings."""

import pytest

from store.words.names import acts_as_head, fitting, is_alias_of, is_collective, name_key


def test_padding_and_width_make_no_other_name() -> None:
    assert name_key("赵　峰") == name_key("赵 峰") == "赵峰"
    assert name_key("ＡＢ处（筹）") == name_key("AB处(筹)")


@pytest.mark.parametrize(
    "wording", ["相关处室单位", "各处室", "有关单位", "各区政府", "相关分管领导", "直属各单位"]
)
def test_collectives(wording: str) -> None:
    assert is_collective(wording)


@pytest.mark.parametrize("wording", ["成果处", "市公安局", "各界人士联谊会", "关山街道"])
def test_one_body(wording: str) -> None:
    assert not is_collective(wording)


def test_a_shortening_leaves_out_and_keeps_the_order() -> None:
    assert is_alias_of("成果处", "成果转化处")
    assert not is_alias_of("转成处", "成果转化处")
    assert not is_alias_of("成果转化处", "成果转化处")


def test_what_a_name_can_mean() -> None:
    names = ["成果转化处", "成果推广处", "法制处"]
    assert fitting("成果处", names) == ["成果转化处", "成果推广处"]
    assert fitting("法 制 处", names) == ["法制处"]
    assert fitting("财务处", names) == []


@pytest.mark.parametrize(
    ("post", "acting"),
    [("副处长(主持工作)", True), ("副处长、主持工作", True), ("处长", False), ("", False)],
)
def test_a_post_says_whether_its_holder_is_acting_head(post: str, acting: bool) -> None:
    assert acts_as_head(post) is acting

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.paper.titles import title_lines


def cells(text: str) -> int:
    """As typewriters set it: a Chinese sign is two digits wide."""
    return sum(2 if sign > "\u2000" else 1 for sign in text)


def lines(title: str, signs: int, *names: str) -> tuple[str, ...]:
    return title_lines(title, cells, 2 * signs, names)


WHOLE = (
    # title, what no line may part, names of the list
    (
        "县委办公室2023年乡村振兴示范创建重点任务责任分工表",
        "县委办公室 2023年 乡村振兴 示范 创建 重点 任务 责任 分工表",
        "",
    ),
    (
        "东湖区2022年推进“一网通办”和政务数据共享三年行动计划任务台账",
        "2022年 “一网通办” 政务 数据 共享 行动 计划 任务 台账",
        "",
    ),
    ("青山县农业农村局2025年高标准农田建设任务汇总表", "农业 农村 2025年 建设 任务 汇总表", ""),
    (
        "河西街道2021—2023年垃圾分类提质增效攻坚行动方案（征求意见稿）",
        "2021—2023年 行动 方案 （征求意见稿）",
        "",
    ),
    ("关于调整市安全生产领导小组成员的通知（清安〔2024〕12号）", "关于 安全 生产 领导小组 〔2024〕12号", ""),
    (
        "市创业服务中心和北岸孵化基地第3批40家企业帮扶任务清单",
        "市创业服务中心 北岸孵化基地 第3批 40家 企业 清单",
        "市创业服务中心 北岸孵化基地",
    ),
    (
        "至2024年12月31日完成的《清河治理三年行动方案》重点任务清单",
        "2024年12月31日 《清河治理三年行动方案》 任务",
        "",
    ),
    ("诸葛明亮分管2024年度重点工作任务清单", "诸葛明亮 2024年 重点 工作", "诸葛明亮"),
)


@pytest.mark.parametrize("signs", [16, 20, 24])
@pytest.mark.parametrize(("title", "words", "names"), WHOLE)
def test_words_names_and_numbers_stay_whole(title: str, words: str, names: str, signs: int) -> None:
    found = lines(title, signs, *names.split())
    assert "".join(found) == title
    for word in words.split():
        assert any(word in line for line in found), (word, found)
    assert all(cells(line) <= 2 * signs for line in found)


@pytest.mark.parametrize(
    ("title", "signs", "expected"),
    [
        ("关于调整全市安全生产领导小组成员的通知", 16, ("关于调整全市安全生产", "领导小组成员的通知")),
        (
            "清河市水务局关于印发《2024年河湖长制责任分解方案》的通知",
            20,
            ("清河市水务局关于印发", "《2024年河湖长制责任分解方案》的通知"),
        ),
        ("清河市水务局2024年重点任务清单", 20, ("清河市水务局2024年重点任务清单",)),
        ("水库处任务分解单", 20, ("水库处任务分解单",)),
    ],
)
def test_a_title_takes_the_lines_it_needs(title: str, signs: int, expected: tuple[str, ...]) -> None:
    assert lines(title, signs) == expected


def test_a_title_that_fills_its_line_takes_two() -> None:
    title = "清河市水务局2024年河湖长制重点任务责任分工表"
    free = cells(title) // 2
    assert len(lines(title, free)) == 2
    assert len(lines(title, free + 2)) == 1


def test_no_line_begins_with_的_or_ends_with_关于() -> None:
    for signs in range(8, 30):
        found = lines("清河市水务局关于做好2024年防汛抗旱工作的实施意见", signs)
        assert not any(line.startswith("的") for line in found)
        assert not any(line.endswith("关于") for line in found)


@pytest.mark.parametrize(("title", "words", "names"), WHOLE)
def test_three_lines_are_no_hourglass(title: str, words: str, names: str) -> None:
    found = lines(title, 11, *names.split())
    sizes = [cells(line) for line in found]
    if len(sizes) == 3:
        assert not sizes[0] > sizes[1] < sizes[2], found


def test_a_name_longer_than_a_line_is_parted_between_its_words() -> None:
    found = lines("清河市中小企业创新发展服务中心任务分解单", 12, "清河市中小企业创新发展服务中心")
    assert "".join(found) == "清河市中小企业创新发展服务中心任务分解单"
    for word in ("企业", "创新", "发展", "服务"):
        assert any(word in line for line in found), found


@given(
    st.text(st.sampled_from("市县局关于的和2024年《》“”（）、，任务清单AB 水"), max_size=60),
    st.integers(3, 30),
)
def test_no_sign_of_a_title_is_lost_and_no_line_is_too_wide(title: str, signs: int) -> None:
    found = lines(title, signs)
    assert "".join("".join(found).split()) == "".join(title.split())
    if len(found) > 1:
        assert all(cells(line) <= 2 * signs for line in found)


def test_shapes_are_trapezia_rather_than_oblongs() -> None:
    found = lines("清河市水务局防汛抗旱工作重点任务清单调整对照表", 14)
    assert all(cells(before) != cells(after) for before, after in pairwise(found)), found

"""Where dates and names are parted that are wider than their column."""

import pytest

from tui.paper.layout import SheetCell
from tui.paper.ruler import Lettering, Ruler, Style

_STYLES: tuple[Style, ...] = ("text", "strong")


def lines_of(text: str, signs: int) -> tuple[str, ...]:
    """The lines of a cell in a column of some Chinese characters; others are half as wide."""
    letters = Lettering(lambda line: sum(2 if sign > "\u2e80" else 1 for sign in line), 1)
    ruler = Ruler(dict.fromkeys(_STYLES, letters), width=99, pad=0, gap=0, least=1)
    return ruler.cell_lines(SheetCell((text,)), 2 * signs)


@pytest.mark.parametrize(
    ("text", "signs", "lines"),
    [
        ("2026年12月底前", 6, ["2026年", "12月底前"]),
        ("2026年12月底前", 4, ["2026年", "12月底前"]),
        ("2026年6月30日前", 5, ["2026年", "6月30日前"]),
        ("2026年12月底前", 7, ["2026年12月底前"]),
        ("生产力促进中心", 6, ["生产力", "促进中心"]),
        ("科技信息研究所", 6, ["科技信息", "研究所"]),
        ("高新技术企业协会", 7, ["高新技术企业", "协会"]),
        ("企业科技创新服务中心", 3, ["企业科", "技创新", "服务", "中心"]),
        ("2026年10月31日前", 3, ["2026年", "10月", "31日前"]),
        ("12月31日前", 4, ["12月", "31日前"]),
        ("外国专家服务中心", 6, ["外国专家", "服务中心"]),
        ("外国专家服务中心", 3, ["外国专", "家服务", "中心"]),
        ("研究所", 2, ["研究", "所"]),
        ("心", 1, ["心"]),
    ],
)
def test_a_date_or_name_that_has_no_room_is_parted_with_sense(
    text: str, signs: int, lines: list[str]
) -> None:
    assert list(lines_of(text, signs)) == lines


def test_a_date_that_has_no_room_for_its_day_loses_nothing() -> None:
    assert "".join(lines_of("2026年12月31日前", 2)) == "2026年12月31日前"


def test_a_sentence_is_filled_to_the_width() -> None:
    text = "市科技局牵头建设服务全市企业的科技创新服务中心"
    assert lines_of(text, 22) == (text[:22], text[22:])

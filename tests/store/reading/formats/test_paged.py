"""Printed pages: paragraphs put together, cells of a table, and tables that go on over pages."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from store.reading.formats.paged import words_of_pages
from store.reading.formats.placed import Page, Piece, Ruling, width_of
from store.refused import Refused

LEFT, RIGHT, SIZE = 80.0, 80.0 + 28 * 16, 16.0


def page(*pieces: Piece, rulings: Sequence[Ruling] = ()) -> Page:
    return Page(600, 840, list(pieces), list(rulings), has_drawing=True)


def piece(words: str, line: float, left: float = LEFT, size: float = SIZE) -> Piece:
    return Piece(left, left + width_of(words, size), line, size, words)


def set_lines(text: str, top: float = 120, signs: int = 28, indent: int = 2) -> list[Piece]:
    """A paragraph set in lines of so many signs, its first one indented."""
    pieces = [piece(text[: signs - indent], top, LEFT + indent * SIZE)]
    for number, start in enumerate(range(signs - indent, len(text), signs), 1):
        pieces.append(piece(text[start : start + signs], top + number * 28))
    return pieces


def lines(*pages: Page) -> list[str]:
    return words_of_pages(pages).text.splitlines()


LONG = "深化科技成果权属改革探索赋予科研人员职务科技成果所有权或者长期使用权进一步激发科研人员创新创业活力打通成果转化应用最后一公里"


def test_a_paragraph_is_put_together_and_the_next_is_apart() -> None:
    assert lines(page(*set_lines(LONG), *set_lines(LONG, top=260))) == [LONG, LONG]


def test_a_paragraph_goes_on_over_a_page_and_its_number_stands_behind() -> None:
    pieces = set_lines(LONG, top=680)
    upper = page(*pieces[:2], piece("— 1 —", 800, 280))
    lower = page(*[one._replace(line=120.0) for one in pieces[2:3]], piece("— 2 —", 800, 280))
    assert lines(upper, lower) == [LONG[: 26 + 28 * 2], "— 1 —", "— 2 —"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("武汉市科学技术局", "二〇二六年三月二日"),
        (
            "附件二十个汉字的一行正好写满了没有留下一点空白的地方呀。",
            "(一)加快建设高质量的科技企业孵化载体。",
        ),
        ("副组长:李立国 局党组成员、市纪委监委派驻局纪检监察组组", "王振旭 局党组成员、副局长"),
    ],
)
def test_what_begins_anew_is_not_put_behind_the_line_above(above: str, below: str) -> None:
    pieces = [*set_lines(LONG), piece(above, 300), piece(below, 328)]
    assert lines(page(*pieces))[-2:] == [above, below]


def test_running_heads_are_set_apart() -> None:
    pages = [page(piece("武汉市科学技术局文件", 40), *set_lines(LONG)) for _ in range(4)]
    assert lines(*pages) == ["武汉市科学技术局文件", LONG, LONG, LONG, LONG]


def grid(tops: Sequence[float], lefts: Sequence[float], missing: Sequence[Ruling] = ()) -> list[Ruling]:
    """The lines around the cells of rows and columns, cell by cell as Word draws them, but for some."""
    drawn: list[Ruling] = []
    for top in tops:
        drawn += [Ruling(left, top, right, top) for left, right in pairwise(lefts)]
    for left in lefts:
        drawn += [Ruling(left, top, left, below) for top, below in pairwise(tops)]
    return [line for line in drawn if line not in missing]


def cells(rows: Sequence[Sequence[str]], tops: Sequence[float], lefts: Sequence[float]) -> list[Piece]:
    pieces: list[Piece] = []
    for row, top in zip(rows, tops, strict=False):
        for words, left in zip(row, lefts, strict=False):
            for number, line in enumerate(words.split("\n")):
                if line:
                    pieces.append(piece(line, top + 14 + 14 * number, left + 6, 10))
    return pieces


LEFTS = (80, 180, 300, 352)


def table(*rows: Sequence[str], missing: Sequence[Ruling] = ()) -> Page:
    tops = [200.0 + 60 * number for number in range(len(rows) + 1)]
    return page(*cells(rows, tops, LEFTS), rulings=grid(tops, LEFTS, missing))


HEAD = ("事项", "重点任务", "牵头单位")


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("成果处\n高新处", "成果处 高新处"),
        ("合作处\n相关单位", "合作处 相关单位"),
        ("王振旭\n胡\u3000军", "王振旭 胡\u3000军"),
        ("成果处、\n高新处", "成果处、高新处"),
        ("转化促\n进中心", "转化促进中心"),
        ("发改委\n员会", "发改委员会"),
    ],
)
def test_names_of_a_narrow_cell_stay_apart_and_broken_ones_are_mended(cell: str, words: str) -> None:
    assert lines(table(HEAD, ("一", "清理河道", cell)))[1] == f"一 | 清理河道 | {words} |"


def test_a_cell_without_a_line_between_is_joined() -> None:
    missing = [Ruling(80, 320, 180, 320), Ruling(180, 260, 180, 320)]
    found = words_of_pages([table(HEAD, ("一", "甲", "成果处"), ("", "乙", "合作处"), missing=missing[:1])])
    assert found.text.splitlines()[1:] == ["一 | 甲 | 成果处 |", "一 | 乙 | 合作处 |"]
    assert found.rows["一 | 乙 | 合作处 |"][0].going_on == {0}


def test_a_table_goes_on_over_pages_with_its_head_printed_again() -> None:
    upper, lower = table(HEAD, ("一", "甲。", "成果处")), table(HEAD, ("二", "乙。", "合作处"))
    assert lines(upper, lower)[1:] == ["一 | 甲。 | 成果处 |", "二 | 乙。 | 合作处 |"]


def test_a_row_cut_by_the_end_of_a_page_is_one_again() -> None:
    upper, lower = (
        table(HEAD, ("一", "清理河道,疏浚淤泥,整治岸线,\n并", "成果处")),
        table(HEAD, ("", "建立台账。", "")),
    )
    assert lines(upper, lower)[1:] == ["一 | 清理河道,疏浚淤泥,整治岸线,并建立台账。 | 成果处 |"]


def test_a_joined_cell_cut_by_the_end_of_a_page_goes_on() -> None:
    for stop in ("。", ""):
        upper = table(HEAD, ("一", f"清理河道{stop}", "成果处"))
        lower = table(HEAD, ("", f"清理湖泊{stop}", "合作处"))
        assert lines(upper, lower)[1:] == [
            f"一 | 清理河道{stop} | 成果处 |",
            f"一 | 清理湖泊{stop} | 合作处 |",
        ]


def test_lone_lines_and_frames_are_no_table() -> None:
    frame = grid((100, 800), (60, 560))
    red = [Ruling(60, 90, 560, 90)]
    assert lines(page(*set_lines(LONG), rulings=[*frame, *red])) == [LONG]


def test_pages_without_words_are_scans() -> None:
    with pytest.raises(Refused, match="扫描件"):
        words_of_pages([page(), page(piece("3", 800))])

"""A template's words: what is wrong costs its entry alone, with a sentence that names what is known."""

import pytest

from data import paper_words
from tui.paper.words import HOLES, PaperWords, filled, words_of


def test_what_ships_is_right_and_names_every_hole() -> None:
    _, wrong = words_of(paper_words())
    assert wrong == ()
    for holes in HOLES.values():
        assert all(f"{{{hole}}}" in paper_words() for hole in holes)


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ('[notice]\ntitle = "关于{任务}的通知"', "{任务} 不认识，可写的有 {标题}"),
        ('[notice]\nbody = "{移交人}"', "{移交人} 不认识"),
        ('[handover]\nsignatures = ["{谁}"]', "{谁} 不认识"),
        ("[notice]\ntitle = 3", "应为文字"),
        ('[handover]\nsignatures = "移交人"', "应为几行文字"),
        ("[notice]\nhead_lines = 90", "0 至 20"),
        ('[notice]\nsubject = "甲"', "notice.subject 不认识，可写的有 title"),
        ('[letter]\ntitle = "甲"', "letter 不认识，可写的有 [page]"),
        ('notice = "甲"', "notice 不认识"),
        ('[page]\norientation = "diagonal"', "page.orientation 应为"),
        ('[page]\nfonts = "甲"', "page.fonts 不认识"),
        ("[notice]\ntitle = 甲", "第 2 行读不了"),
    ],
)
def test_what_is_wrong_costs_that_entry(template: str, says: str) -> None:
    page = "" if "[page]" in template else "[page]\n"
    words, wrong = words_of(f'{template}\n{page}annex = "附件3"', "局发")
    assert len(wrong) == 1 and says in wrong[0], wrong
    assert wrong[0].startswith("模板“局发”") and wrong[0].endswith("请改正。")
    assert words.page == {"annex": "附件3"}
    assert words.of("notice") == PaperWords().of("notice")
    assert words.of("handover") == PaperWords().of("handover")


def test_one_entry_of_its_own_leaves_the_others_as_they_ship() -> None:
    words, _ = words_of('[notice]\nissuer = "甲局"')
    assert words.of("notice")["issuer"] == "甲局"
    assert words.of("notice")["title"] == PaperWords().of("notice")["title"]


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("《{标题}》（{文号}）中", "《清单》中"),
        ("按（{依据}）办", "按（会议纪要）办"),
        ("“{文号}”后", "后"),
        ("（第{文号}号）", "（第号）"),
        ("没有洞", "没有洞"),
        ("{}空", "空"),
    ],
)
def test_holes_are_filled_and_empty_brackets_go(template: str, made: str) -> None:
    assert filled(template, {"标题": "清单", "依据": "会议纪要", "文号": ""}) == made


def test_a_value_that_looks_like_a_hole_is_not_filled_again() -> None:
    assert filled("{标题}", {"标题": "{依据}", "依据": "甲"}) == "{依据}"

"""The words of templates, at the keyboard: one field a word, each change one of the list."""

from pathlib import Path

import pytest

from store.acts.templates import templates
from tests.keys import CTRL, ENTER, F10
from tests.tui.screen.pilot import ESC, opened
from tui.paper.words import words_of

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
OPEN = F10 + "打印模板" + ENTER
EMPTIED = CTRL("a")


@PACED
async def test_words_of_a_new_template_are_changed_one_by_one(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(OPEN + "局发" + ENTER + "调整通知" + ENTER, paced=paced)
        await desk.wait_for("称呼（主送机关） +{主送}")
        assert "{标题}{通知}{文号}" in desk.text
        await desk.type("称呼" + ENTER + CTRL("a") + "局属各单位" + ENTER, paced=paced)
        await desk.wait_for("称呼（主送机关） +局属各单位")
        await desk.type("正文" + ENTER + CTRL("a") + "第一段。" + CTRL("s"), paced=paced)
        await desk.wait_for("正文 +第一段。")
        assert desk.sees("成文日期 +打印当天")
        await desk.type(ESC * 2)
        file = await desk.saved(3)
        (template,) = templates(file.tasks)
        words, wrong = words_of(template.text, template.name)
        assert (template.name, wrong) == ("局发", ())
        assert (words.of("notice")["addressees"], words.of("notice")["body"]) == ("局属各单位", "第一段。")
        assert [change.title for change in file.history[1:]] == ["存打印模板“局发”", "改打印模板“局发”"]


async def test_a_word_that_may_not_stand_there_is_refused_in_the_field(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(
            OPEN + "局发" + ENTER + "调整通知" + ENTER + "红头" + ENTER + CTRL("a") + "九" + ENTER
        )
        await desk.wait_for_words("红头行数应为0至20的整数，请改正。")
        await desk.type(ESC + "标题" + ENTER + CTRL("a") + "{谁}" + ENTER)
        await desk.wait_for("里的 {谁} 不认识")
        assert len(desk.titles()) == 1


async def test_the_next_time_it_is_chosen_from_those_there_are_and_may_be_deleted(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(
            OPEN + "局发" + ENTER + "移交" + ENTER + "签字" + ENTER + CTRL("a") + "移交人：" + CTRL("s")
        )
        await desk.wait_for("签字人 +移交人：")
        await desk.type(ESC * 2 + OPEN)
        assert desk.sees("局发") and desk.sees("新模板")
        await desk.type("局发" + ENTER + "删除" + ENTER)
        assert not templates((await desk.saved(3)).tasks)
        await desk.type(CTRL("z"))
        assert [one.name for one in templates((await desk.saved(4)).tasks)] == ["局发"]

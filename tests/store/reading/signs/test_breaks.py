"""What the end of a line and the start of the next say of the break between them."""

import pytest

from store.reading.signs.breaks import break_between, first_token, is_indented, seam
from store.reading.signs.lines import folded


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("推动审批提速。(市行政审批局、市大数据", "局负责)"),
        ("会同教育", "、民政等部门"),
        ("由水利局、", "林业局组织实施。"),
        ("按照《湖泊保护条", "例》要求执行。"),
        ("力争2026", "年全部建成。"),
        ("见本办法第 3", " 条。"),
        ("截至12", "月31日"),
        ("覆盖率达到9", "5%以上。"),
        ("某市水务局关于做好防汛备汛工作的通", "知"),
        ("【责任单位:市水务局、市农业", "农村局】"),
        ("(牵头单位:水务局;", "完成时限:6月底前)"),
    ],
)
def test_a_sentence_surely_goes_on(line: str, following: str) -> None:
    assert break_between(folded(line), folded(following).strip()) == "open"


@pytest.mark.parametrize(
    ("line", "following", "said"),
    [
        ("加强巡查,发现问题及时整", "改到位。", "goes on"),
        ("请认真贯彻执行。", "各单位要高度重视", "ends"),
        ("打通“最后一公里”。", "持续改进", "ends"),
        ("现通知如下:", "各县区要加强领导", "ends"),
        ("完成清淤。", "(市水务局负责)", "may"),
        ("完成清淤。", "【责任单位:市水务局】", "may"),
        ("完成清淤;", "加固堤防。", "may"),
        ("开展联合执法专项行动", "推进综合整治", "may"),
        ("牵头单位:", "市水务局", "goes on"),
        ("建立台账,压实责任", "二、保障措施", "new"),
        ("请认真贯彻执行", "附件:1.任务清单", "new"),
        ("请认真贯彻执行", "2026年3月2日", "new"),
        ("请认真贯彻执行", "组 长:高 山", "new"),
        ("建立台账,压实责任", "1.2 编制依据", "new"),
        ("建立台账,压实责任", "某水发〔2026〕3号", "new"),
        ("建立台账,压实责任", "责任单位:市水务局", "new"),
    ],
)
def test_what_else_stands_at_a_line_end(line: str, following: str, said: str) -> None:
    assert break_between(folded(line), folded(following)) == said


def test_what_has_to_stand_on_one_line() -> None:
    assert first_token("2026年") == "2026"
    assert first_token("3.5%的") == "3.5%"
    assert first_token("局、处") == "局、"
    assert first_token("（市水务局") == "（市"
    assert first_token("清理") == "清"


def test_blanks_draw_in() -> None:
    assert is_indented("　　为做好")
    assert is_indented("    为做好")
    assert not is_indented(" 为做好")


@pytest.mark.parametrize(
    ("text", "following", "keeps", "between"),
    [
        ("加快建", "设", False, "加快建设"),
        ("加快建 ", "设", False, "加快建设"),
        ("中共中央 ", "国务院", True, "中共中央 国务院"),
        ("新建12", "0家", False, "新建120家"),
        ("新建12 ", "0家", False, "新建12 0家"),
        ("Windows", "Server", False, "Windows Server"),
        ("RES", "CUE", True, "RESCUE"),
        ("使用WPS", "办公", False, "使用WPS办公"),
    ],
)
def test_what_stands_at_the_seam(text: str, following: str, keeps: bool, between: str) -> None:
    assert seam(text, following, keeps_blanks=keeps) + following == between

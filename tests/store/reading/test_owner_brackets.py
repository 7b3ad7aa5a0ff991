"""No bracket of owners is lost without a word: each unit in it is in the row, or in a question on the row."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from store.reading import as_json, read_notice

UNITS = [
    "市水务局",
    "县财政局",
    "市委宣传部",
    "河湖管理处",
    "市数据中心",
    "各区人民政府",
    "市城投集团",
    "南关街道",
]
ROSTER = "附件\n领导小组成员名单\n组长:盛继亮 局长\n" + "".join(
    f"成员:{name} {unit}局长\n" for name, unit in zip(["胡军", "徐涛", "王振"], UNITS, strict=False)
)
PHRASES = [
    "",
    "请",
    "由",
    "牵头单位:",
    "责任处室：",
    "指导部门:",
    "验收单位:",
    "分工:",
    "此项工作由",
    "按规定报",
    "抓好落实,",
    "重点工作；",
    "经研究，",
    "牵头",
]
TAILS = [
    "",
    "牵头",
    "配合",
    "分工负责",
    "按职责抓好",
    "指导",
    "等部门研究提出意见",
    ",其他部门配合",
    "。6月底前完成",
    "，列入考核",
    "办理",
    ":",
    "和有关单位",
    "(牵头)",
]
WORDS = st.text(
    alphabet="的一是在不了有和人这中大为上个国我以要他时来用们抓好落实推进每月:;,。、", max_size=6
)


def said_of(task: dict[str, Any]) -> str:
    names = [*task["lead_units"], *task["participants"], *task["lead_leaders"], *task["participant_leaders"]]
    return "|".join([*names, task["remark"], *(doubt["reason"] for doubt in task["doubts"])])


def tasks_of(inner: str, signs: str, roster: str) -> list[dict[str, Any]]:
    points = "".join(f"({number}){number}类河道清理。{signs[0]}{inner}{signs[1]}\n" for number in "一二三")
    text = f"关于印发河湖工作要点的通知\n各单位:\n现印发。\n一、清河\n{points}{roster}"
    found: list[dict[str, Any]] = as_json(read_notice(text.encode()))["tasks"]
    return found


@given(
    st.lists(st.sampled_from(UNITS), min_size=1, max_size=3, unique=True),
    st.sampled_from(["、", "，", "和", ";", " "]),
    st.one_of(st.sampled_from(PHRASES), WORDS),
    st.one_of(st.sampled_from(TAILS), WORDS),
    st.sampled_from(["（）", "()", "〔〕", "[]", "【】", "{}"]),
    st.sampled_from(["", ROSTER]),
)
def test_each_unit_of_a_bracket_is_in_the_row_or_asked_about(
    units: list[str], between: str, before: str, behind: str, signs: str, roster: str
) -> None:
    inner = before + between.join(units) + behind
    tasks = tasks_of(inner, signs, roster)
    assert len(tasks) == 3, inner
    for task in tasks:
        missing = [unit for unit in units if unit not in said_of(task)]
        assert not missing, (inner, task)

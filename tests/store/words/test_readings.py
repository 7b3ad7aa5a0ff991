"""How the signs of names are read: places, surnames, and words of the trade, rule by rule on examples."""

import os
from pathlib import Path

import pytest

import data
from store.words.readings import readings
from store.words.search import Names, ranked
from tests.store.words.made_readings import made_readings

NEW = "YAODIAN_NEW_PINYIN"

READ_HERE = {
    "重庆": "chongqing",
    "长沙": "changsha",
    "厦门": "xiamen",
    "成都": "chengdu",
    "六安": "luan",
    "西藏办": "xizangban",
    "乐清": "yueqing",
    "乐山": "leshan",
    "银行业监管处": "yinhangyejianguanchu",
    "行政审批处": "xingzhengshenpichu",
    "总会计师": "zongkuaijishi",
    "会议处": "huiyichu",
    "副处长": "fuchuzhang",
    "长江办": "changjiangban",
    "统筹协调处": "tongchouxietiaochu",
    "调研处": "diaoyanchu",
    "重点处": "zhongdianchu",
    "供给处": "gongjichu",
    "畜牧处": "xumuchu",
    "尉迟敬": "yuchijing",
    "曾国华": "zengguohua",
    "绿化处": "lvhuachu",
    "战略处": "zhanluechu",
}
SURNAMES = {
    "单志强": "shan",
    "仇和平": "qiu",
    "解红": "xie",
    "查明": "zha",
    "盖伟": "ge",
    "朴成": "piao",
    "区志": "ou",
}


@pytest.mark.parametrize(("name", "spelling"), READ_HERE.items())
def test_a_name_is_read_as_a_clerk_reads_it(name: str, spelling: str) -> None:
    assert "".join(sign.here[0] for sign in readings(name)) == spelling


@pytest.mark.parametrize(("name", "surname"), SURNAMES.items())
def test_a_sign_that_begins_a_short_name_is_a_surname_too(name: str, surname: str) -> None:
    assert surname in readings(name)[0].here
    assert surname not in readings(f"{name}领导小组")[0].here, "no person is called so"


def test_the_right_reading_comes_before_a_wrong_one_whatever_the_kind_of_name() -> None:
    places = [Names("重庆处"), Names("联络处", (), ("中庆处",)), Names("长庆处")]
    assert ranked("zhongqing", places) == [1, 0]
    assert ranked("chongqing", places) == [0]
    assert ranked("zq", places) == [1, 0, 2]
    units = [Names("区委办"), Names("欧委办")]
    assert ranked("quweiban", units) == [0]
    assert ranked("ouw", units) == [0, 1], "it may be a person"


@pytest.mark.parametrize("typed", ["zhanlue", "zhanlve", "zlc", "zhanluechu"])
def test_a_reading_is_found_as_input_methods_spell_it(typed: str) -> None:
    assert ranked(typed, [Names("战略处")]) == [0]


def test_what_no_clerk_types_for_a_sign_does_not_find_it() -> None:
    assert ranked("fu", [Names("市教育局")]) == [], "an old reading of 市"
    assert ranked("huanhua", [Names("成果转化处")]) == [], "the middle of a reading"


def test_signs_that_are_not_chinese_stand_for_themselves() -> None:
    assert ranked("itzx", [Names("IT中心")]) == [0]
    assert ranked("a1", [Names("A1 片区")]) == [0]
    assert ranked("x", [Names(""), Names("、"), Names("\ud800")]) == []


def test_the_table_of_signs_says_what_pypinyin_says() -> None:
    made = made_readings()
    if os.environ.get(NEW):
        (Path(data.__file__).parent / "pinyin.txt").write_text(made, encoding="utf-8")
    assert data.pinyin() == made, f"make it anew: {NEW}=1 pytest tests/store/words/test_readings.py"

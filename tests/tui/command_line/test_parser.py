"""What is made of a command's arguments: its usage, its help, what is read, and what is complained of."""

from pathlib import Path

import pytest

from tui.command_line import COMMANDS
from tui.command_line.arguments import Argument, flag, names, whole_number, word
from tui.command_line.parser import Parser
from tui.command_line.words import Options

COOKING = Parser(
    "cook",
    "做一道菜。",
    (
        word("dish", "菜名", "做什么"),
        word("cook", "厨师", "谁来做", optional=True),
        Argument("-o, --on", "盘子", "盛在哪里", take=Path, required=True),
        Argument("--with", "配料,..", "放什么", "added", take=names),
        Argument("--times", "份数", "做几份", take=whole_number, default=1),
        Argument("--taste", "口味", "咸淡", choices=("salty", "sweet")),
        Argument("--served", "上菜", "送到哪里;不写为大堂", bare=""),
        flag("--hot", "趁热"),
        flag("--cold", "放凉", field="hot", sets=False),
    ),
)


def read(*words: str) -> Options:
    return COOKING.parse(words)


def complaint(capsys: pytest.CaptureFixture[str], *words: str, parser: Parser = COOKING) -> str:
    with pytest.raises(SystemExit) as end:
        parser.parse(words)
    out, err = capsys.readouterr()
    assert (end.value.code, out) == (2, "")
    assert err.endswith("。写法见 yaodian cook --help。\n")
    return err.removesuffix("。写法见 yaodian cook --help。\n")


def test_the_usage_is_made_from_the_arguments() -> None:
    assert COOKING.usage == (
        "yaodian cook 菜名 [厨师] -o 盘子 [--with 配料,..] [--times 份数] [--taste salty|sweet] "
        "[--served [上菜]] [--hot] [--cold]"
    )


def test_the_help_lists_each_argument_in_order() -> None:
    heading, _, what, _, *rows = COOKING.help_lines()
    assert (heading, what) == (f"用法：{COOKING.usage}", "做一道菜。")
    assert [row.split()[0] for row in rows] == [
        "菜名",
        "厨师",
        "-o,",
        "--with",
        "--times",
        "--taste",
        "--served",
        "--hot",
        "--cold",
        "-h,",
    ]


@pytest.mark.parametrize(
    "words", [("-o", "a", "鱼"), ("鱼", "-oa"), ("--on=a", "鱼"), ("-o", "a", "--", "鱼")]
)
def test_an_option_is_taken_in_each_way_of_writing_it(words: tuple[str, ...]) -> None:
    options = read(*words)
    assert (options.dish, options.cook, options.on) == ("鱼", None, Path("a"))
    assert (options.added, options.times, options.taste) == (None, 1, None)
    assert (options.served, options.hot, options.command) == (None, False, "cook")


def test_values_are_made_of_what_is_typed() -> None:
    options = read(
        "鱼", "王师傅", "-o", "a", "--with", "葱、姜，蒜", "--times", "-2", "--taste", "sweet", "--hot"
    )
    assert (options.cook, options.added, options.times) == ("王师傅", ["葱", "姜", "蒜"], -2)
    assert (options.taste, options.hot) == ("sweet", True)
    assert read("鱼", "-o", "a", "--hot", "--cold").hot is False
    assert read("鱼", "-o", "a", "--with", "").added == []


def test_an_option_may_stand_without_the_value_that_it_may_have() -> None:
    assert read("鱼", "-o", "a", "--served").served == ""
    assert read("鱼", "-o", "a", "--served", "二楼").served == "二楼"
    assert read("鱼", "--served", "-o", "a").served == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "缺少“菜名、-o/--on”"),
        (("鱼", "--on"), "-o/--on 后面要写内容"),
        (("鱼", "-o", "--hot"), "-o/--on 后面要写内容"),
        (("鱼", "-o", "a", "--hot=1"), "--hot 后面不写内容"),
        (("鱼", "-o", "a", "--with", "、,"), "--with 后面只有逗号，没有名称；要清空请写 ''"),
        (("鱼", "-o", "a", "--times", "两"), "--times 后面要写整数，不能写“两”"),
        (("鱼", "-o", "a", "--taste", "sour"), "--taste没有“sour”，可选：salty、sweet"),
        (("鱼", "-o", "a", "--h"), "不认识“--h”"),
        (("鱼", "王师傅", "-o", "a", "b", "c"), "不认识“b c”"),
        (("鱼", "王师傅", "-o", "a", "菜单.json"), "清单文件请写在 -f 后面：-f 菜单.json"),
    ],
)
def test_wrong_words_are_complained_of(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    assert complaint(capsys, *words) == says


def test_one_of_some_options_may_be_needed(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = (flag("--fried", "炒"), flag("--boiled", "煮"))
    parser = Parser("cook", "做。", arguments, one_needed=("--fried", "--boiled"))
    assert complaint(capsys, parser=parser) == "缺少“--fried / --boiled”"
    assert parser.parse(["--boiled"]).boiled is True
    assert "--fried / --boiled 至少写一个。" in parser.help_lines()


def test_help_goes_before_all_else(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        read("--hto", "-h")
    assert not end.value.code
    assert capsys.readouterr().out.splitlines() == COOKING.help_lines()


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_takes_two_arguments_for_one(name: str) -> None:
    arguments = COMMANDS[name].parser().arguments
    typed = [option for argument in arguments for option in argument.names]
    assert len(set(typed)) == len(typed)
    assert {"-h", "--help"}.isdisjoint(typed)

"""`score`: rules that are set, scores with their events, and none without rules."""

import json
from pathlib import Path

from tests.tui.command_line.conftest import Yaodian

DAY = "2021-12-31"


def test_without_rules_nobody_is_marked(yaodian: Yaodian, listed: Path) -> None:
    assert yaodian("score", "-f", listed) == (0, "考核规则未设，不打分。\n", "")
    _, out, _ = yaodian("score", "--json", "-f", listed)
    assert json.loads(out) == {"rules": [], "units": []}


def test_rules_are_set_and_what_is_late_is_marked_with_its_reason(yaodian: Yaodian, listed: Path) -> None:
    yaodian("set", "2", "--due", "2021-09-30", "-f", listed)
    code, out, _ = yaodian("score", "--rule", "基础分=100,逾期=-2/5", "--basis", "考核办法", "-f", listed)
    assert code == 0 and "考核规则：基础分 100，逾期 -2（最多 5 分）" in out
    _, out, _ = yaodian("score", "--on", "2021-10-27", "-f", listed)
    assert "平台处 98\n    逾期 1 次 -2：2 逾期 27 天\n" in out
    assert "成果处 100\n" in out
    _, out, _ = yaodian("score", "--on", "2021-10-27", "--json", "-f", listed)
    units = {unit["unit"]: unit for unit in json.loads(out)["units"]}
    assert units["平台处"]["total"] == "98"
    assert units["平台处"]["scored"][0]["events"] == [{"row": "2", "said": "逾期 27 天"}]
    code, _, _ = yaodian("undo", "-f", listed)
    assert code == 0
    assert yaodian("score", "-f", listed)[1] == "考核规则未设，不打分。\n"


def test_a_period_is_looked_at_from_its_end_as_in_statistics(yaodian: Yaodian, listed: Path) -> None:
    """Row 2 is due on 15 November: in October it is not late, in November by 15 days, whatever today is."""
    yaodian("set", "2", "--due", "2021-11-15", "-f", listed)
    yaodian("score", "--rule", "逾期=-2", "-f", listed)
    for words, said in (
        (("--period", "2021-10"), ""),
        (("--period", "2021-11"), "2 逾期 15 天"),
        (("--period", "2021-10", "--on", "2021-12-01"), "2 逾期 16 天"),
        ((), "2 逾期 46 天"),
    ):
        _, out, _ = yaodian("score", *words, "-f", listed, today="2021-12-31")
        assert (said in out) if said else ("逾期 1 次" not in out), out


def test_a_dry_run_sets_nothing(yaodian: Yaodian, listed: Path) -> None:
    code, out, _ = yaodian("score", "--rule", "未报=-0.5", "--dry-run", "-f", listed)
    assert code == 0 and "未报" in out
    assert yaodian("score", "-f", listed)[1] == "考核规则未设，不打分。\n"


def test_rules_come_from_a_file(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    rules = tmp_path / "规则.toml"
    rules.write_text('[[rule]]\nevent = "未报"\npoints = -0.5\n', encoding="utf-8")
    code, _, _ = yaodian("score", "--rules", rules, "-f", listed)
    assert code == 0
    assert "考核规则：未报 -0.5。" in yaodian("score", "-f", listed)[1]


def test_wrong_words_change_nothing(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    rules = tmp_path / "规则.toml"
    rules.write_bytes(b"\xff\xfe\x00")
    wrong = (("--rule", "批示=20"), ("--rules", rules), ("--rules", tmp_path / "没有"), ("--period", "十月"))
    for words in wrong:
        code, out, err = yaodian("score", *words, "-f", listed)
        assert (code, out) == (1, "") and err
    assert yaodian("score", "-f", listed)[1] == "考核规则未设，不打分。\n"


def test_the_sheet_says_what_each_score_is_made_of(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    made = tmp_path / "考核.txt"
    words = ("print", "--sheet", "scores", "--format", "text", "-o", made, "-f", listed)
    code, _, err = yaodian(*words, today="2021-10-27")
    assert code == 1 and "考核规则未设，不打分。" in err
    yaodian("set", "2", "--due", "2021-09-30", "-f", listed)
    yaodian("score", "--rule", "基础分=100,逾期=-2", "-f", listed)
    code, _, err = yaodian(*words, today="2021-10-27")
    assert (code, err) == (0, "")
    said = made.read_text("utf-8")
    assert "考核表" in said and "第 2 行 逾期 27 天" in said and "98" in said


def test_the_sheet_is_of_a_period_alone_as_score_is(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    """Row 2 is due on 15 November: in October it is not late, in November by 15 days, whatever today is."""
    made = tmp_path / "考核.txt"
    sheet = ("print", "--sheet", "scores", "--format", "text", "-o", made, "-f", listed)
    yaodian("set", "2", "--due", "2021-11-15", "-f", listed)
    yaodian("score", "--rule", "逾期=-2", "-f", listed)
    for words, head, said in (
        (("--period", "2021-10"), "2021年10月，截至2021年10月31日", ""),
        (("--period", "2021年11月"), "2021年11月，截至2021年11月30日", "第 2 行 逾期 15 天"),
        (("--period", "2021-11", "--on", "2021-12-01"), "2021年11月，截至2021年12月1日", "逾期 16 天"),
        (("--on", "2021-12-01"), "清单，截至2021年12月1日", "第 2 行 逾期 16 天"),
        ((), "清单，截至2021年12月31日", "第 2 行 逾期 46 天"),
    ):
        code, _, err = yaodian(*sheet, *words, today=DAY)
        assert (code, err) == (0, "")
        text = made.read_text("utf-8")
        assert head in text and said in text, text
        assert said or "逾期 " not in text.partition("考核规则")[0], text


def test_what_is_no_period_that_can_be_marked_is_refused(
    yaodian: Yaodian, listed: Path, tmp_path: Path
) -> None:
    yaodian("score", "--rule", "逾期=-2", "-f", listed)
    made = tmp_path / "考核.txt"
    sheet = ("print", "--sheet", "scores", "--format", "text", "-o", made)
    for words, said in (
        (("--period", "十月"), "“十月”不是报送期，请写作 2026-10"),
        (("--period", "2022-01"), "2022年1月到 2021-12-31 还没有开始，不能打分"),
        (("--period", "2021-11", "--on", "2021-10-31"), "2021年11月到 2021-10-31 还没有开始，不能打分"),
    ):
        for command in (("score",), sheet):
            code, out, err = yaodian(*command, *words, "-f", listed, today=DAY)
            assert (code, out) == (1, "") and said in err, err
    for option, value in (("--again", "10-31"), ("--by", "unit")):
        code, out, err = yaodian(*sheet, option, value, "-f", listed, today=DAY)
        assert (code, out) == (1, "") and f"{option} 只用于 --sheet stats 和 bulletin" in err, err
    assert not made.exists()
    code, _, err = yaodian(*sheet, "--sheet", "list", "--period", "2021-10", "-f", listed)
    assert code == 1 and "--period 和 --on 只用于 --sheet stats、bulletin 和 scores" in err

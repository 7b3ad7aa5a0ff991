"""`import --into`: a notice beside the list it once made, and several lists in one file."""

import json
from pathlib import Path

import pytest

from data import sample_notice
from store.file.task_file import TaskFile
from tests.tui.command_line.conftest import Yaodian


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The sample's notice with one row's number raised and another row's wording replaced."""
    text = (
        sample_notice()
        .decode()
        .replace("孵化机构40家", "孵化机构50家")
        .replace("2.加快电子证照共享调用。", "2.推行容缺受理和告知承诺。")
    )
    path = tmp_path / "更正通知.txt"
    path.write_text(text, encoding="utf-8")
    return path


def texts(path: Path) -> list[str]:
    return [task.text for task in TaskFile.open(path, read_only=True).tasks.tasks]


def test_differences_are_shown_and_nothing_is_changed_unasked(
    yaodian: Yaodian, listed: Path, changed: Path
) -> None:
    before = listed.read_bytes()
    for words in ((), ("--dry-run",), ("--dry-run", "--accept", "all")):
        code, out, _ = yaodian("import", changed, "--into", listed, *words)
        assert code == 0
        assert "目标：新增省级及以上众创孵化机构40家 → 新增省级及以上众创孵化机构50家" in out
        assert "新增 1 处" in out and "通知中已无 1 处" in out and "清单没有改动" in out
    assert listed.read_bytes() == before


def test_what_is_accepted_is_one_change(yaodian: Yaodian, listed: Path, changed: Path) -> None:
    found = json.loads(yaodian("import", changed, "--into", listed, "--json")[1])
    number = next(
        one["number"] for one in found if one["kind"] == "changed" and one["about"].startswith("2 ")
    )
    code, out, _ = yaodian("import", changed, "--into", listed, "--accept", str(number))
    assert code == 0 and "按通知更新清单（已保存到" in out
    assert "新增省级及以上众创孵化机构50家。" in texts(listed) and "加快电子证照共享调用。" in texts(listed)
    assert yaodian("undo", "-f", listed)[0] == 0
    assert "新增省级及以上众创孵化机构40家。" in texts(listed)
    assert yaodian("import", changed, "--into", listed, "--accept", "all")[0] == 0
    assert "推行容缺受理和告知承诺。" in texts(listed) and "加快电子证照共享调用。" not in texts(listed)
    assert "没有不同" in yaodian("import", changed, "--into", listed)[1]


@pytest.mark.parametrize("numbers", ["0", "99", "1-99", "甲", "", "1,,2", "2-"])
def test_numbers_that_are_none_are_refused(
    yaodian: Yaodian, listed: Path, changed: Path, numbers: str
) -> None:
    before = texts(listed)
    assert yaodian("import", changed, "--into", listed, "--accept", f"{numbers or ' '}")[0] == 1
    assert texts(listed) == before


def test_two_years_live_in_one_file(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    later = tmp_path / "2022.txt"
    later.write_text(
        sample_notice().decode().replace("2021", "2022").replace("40家", "50家"), encoding="utf-8"
    )
    assert "标题不同" in yaodian("import", later, "--into", listed)[1]
    code, out, _ = yaodian("import", later, "--into", listed, "--as-new")
    assert code == 0 and "现有 2 份清单" in out
    lists = json.loads(yaodian("show", "lists", "-f", listed, "--json")[1])
    assert [(one["number"], one["issued_on"], one["items"], one["rows"]) for one in lists] == [
        (1, "2021-03-31", 6, 9),
        (2, "2022-03-31", 6, 9),
    ]
    assert "40家" in yaodian("show", "tasks", "-f", listed)[1]
    for words in ("2", "2022", "市科技局2022年"):
        assert "50家" in yaodian("show", "tasks", "-f", listed, "--list", words)[1]
    assert yaodian("set", "2", "--deadline", "年底前", "-f", listed, "--list", "2")[0] == 0
    tasks = TaskFile.open(listed, read_only=True).tasks
    deadlines = [[task.deadline for task in tasks.of(notice.key).tasks][1] for notice in tasks.notices]
    assert deadlines == [None, "年底前"]


@pytest.mark.parametrize("words", ["3", "0", "市科技局", "2035", ""])
def test_a_list_that_is_not_one_of_them_is_refused_with_their_names(
    yaodian: Yaodian, listed: Path, tmp_path: Path, words: str
) -> None:
    later = tmp_path / "2022.txt"
    later.write_text(sample_notice().decode().replace("2021", "2022"), encoding="utf-8")
    assert yaodian("import", later, "--into", listed, "--as-new")[0] == 0
    code, _, err = yaodian("show", "tasks", "-f", listed, "--list", words)
    assert code == 1 and "1 市科技局2021年" in err and "2 市科技局2022年" in err


def test_a_dry_run_shows_what_would_be_made_and_makes_nothing(yaodian: Yaodian, tmp_path: Path) -> None:
    code, out, _ = yaodian("import", "data/notices/whkjj-2021.txt", "-o", tmp_path / "清单.json", "--dry-run")
    assert code == 0 and "武汉市科学技术局" in out and "亓巍" in out and "以上未保存" in out
    assert not (tmp_path / "清单.json").exists()


SENTENCES = "关于清理河道的通知\n各区水务局:\n一、清理\n请市水务局制定方案。请市财政局在6月底前落实资金。\n"


@pytest.mark.parametrize(("words", "rows"), [((), 0), (("none",), 0), (("2",), 1), (("all",), 2)])
def test_what_sentences_give_is_taken_only_where_it_is_asked_for(
    yaodian: Yaodian, tmp_path: Path, words: tuple[str, ...], rows: int
) -> None:
    notice = tmp_path / "通知.txt"
    notice.write_text(SENTENCES, encoding="utf-8")
    asked = ("--proposed", *words) if words else ()
    code, out, _ = yaodian("import", notice, "-o", tmp_path / "清单.json", *asked)
    assert code == 0 and f"{rows} 行任务" in out
    assert ("另提到 2 条分工，没有列入" in out) == (not words)


def test_what_sentences_give_is_read_with_its_numbers(yaodian: Yaodian, tmp_path: Path) -> None:
    notice = tmp_path / "通知.txt"
    notice.write_text(SENTENCES, encoding="utf-8")
    _, out, _ = yaodian("read", notice)
    assert "正文中提到的分工 2 条" in out
    assert "  2  请市财政局在6月底前落实资金。\n     第 4 行  牵头 市财政局 时限 6月底前\n" in out
    assert yaodian("import", notice, "--dry-run", "--proposed", "3")[0] == 1


def test_a_line_that_was_not_read_says_what_it_mentions(yaodian: Yaodian, tmp_path: Path) -> None:
    notice = tmp_path / "通知.txt"
    lines = sample_notice().decode().split("\n")
    lines.insert(54, "请各单位于4月15日前报送联络员名单。")
    notice.write_text("\n".join(lines), encoding="utf-8")
    _, out, _ = yaodian("read", notice)
    assert "  第 55 行（提到单位、日期）：请各单位于4月15日前报送联络员名单。" in out

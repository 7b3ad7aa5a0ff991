"""What is open about one unit or person."""

from store.checks.accepting import accept
from store.checks.checker import checked
from store.checks.concerning import findings_concerning
from tests.store.checks.made import row, small_list


def test_findings_on_the_rows_that_name_a_unit_and_on_itself() -> None:
    tasks = small_list(
        row("水利处", "钱一", key="a", deadline=None), row("河湖处", "孙二", key="b", deadline=None)
    )
    tells = findings_concerning(checked(tasks))
    water = tells(tasks, "u-水利处")
    assert any("C16 第 1.1 行" in words for words in water)
    assert not any("1.2" in words for words in water)
    assert any("C14" in words and "财务审计处" in words for words in tells(tasks, "u-财务处"))


def test_what_was_accepted_is_not_open() -> None:
    tasks = small_list(row(deadline=None))
    (finding,) = [one for one in checked(tasks).findings() if one.code == "C16"]
    tasks.apply(accept(tasks, [finding], "长期", "王芳").edits)
    assert not any("C16" in words for words in findings_concerning(checked(tasks))(tasks, "u-水利处"))

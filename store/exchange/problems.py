"""What is wrong with an exchange file, each as a sentence for the clerk; the list was not touched."""

from pathlib import Path

from store.machine.program import program, version_in_words
from store.refused import Refused


class NotTaken(Refused):
    """An exchange file, or a copy of a list, of which nothing is taken in."""


class AncestorsMissing(NotTaken):
    """One whose changes go on from what is not here; another file may bring that."""


class AheadOfClock(NotTaken):
    """One whose changes are from tomorrow or later: it is asked whether a clock is wrong."""


def not_an_exchange_file(path: Path) -> NotTaken:
    """Return the problem of a file that is neither an exchange file nor a list."""
    return NotTaken(f"“{path.name}”不是要点的交换文件，也不是清单文件，请另选文件。")


def too_large(path: Path) -> NotTaken:
    """Return the problem of a file over 64 MB."""
    return NotTaken(f"“{path.name}”超过 64 MB，不能作为交换文件读入，请对方重新导出。")


def from_a_newer_program(path: Path, written: int, known: int, by: object) -> NotTaken:
    """Return the problem of a format that this program does not know yet, and which version wrote it."""
    return NotTaken(
        f"“{path.name}”由更新版本的要点{version_in_words(by)}导出（格式 {written}，本程序{version_in_words(program())}"
        f"只认到 {known}），请升级程序后再并入。"
    )


def incomplete(line: int) -> NotTaken:
    """Return the problem of a file that was cut off or altered, with the line, counted from 1."""
    return NotTaken(f"交换文件不完整（第 {line} 行校验不符），没有并入任何变更，请重新导出。")


def wrong_passphrase() -> NotTaken:
    """Return the problem of lines that another passphrase was put on, or none."""
    return NotTaken("口令不符，没有并入。请核对两边设置里的交换口令（[exchange] passphrase）。")


def unknown_content(line: int, what: str) -> NotTaken:
    """Return the problem of a change that says what no record can hold."""
    return NotTaken(f"第 {line} 行的变更{what}，没有并入任何变更；请核对两边程序的版本，再请对方重新导出。")


def another_content(line: int) -> NotTaken:
    """Return the problem of a change that is here too, and says something else here."""
    return NotTaken(f"第 {line} 行的变更与这里的同一次变更内容不同，有一方被改动过，没有并入任何变更。")


def ancestors_missing(machine: str, day: str) -> AncestorsMissing:
    """Return the problem of changes that go on from what is not here."""
    month, date = int(day[5:7] or 0), int(day[8:10] or 0)
    return AncestorsMissing(f"缺少更早的变更（{machine}，{month}月{date}日前），请对方用 --all 导出。")


def of_another_list(title: str, *, same_title: bool) -> NotTaken:
    """Return the problem of another list; one of the same title may be made of the same notice."""
    said = f"这是另一份清单（“{title}”）的交换文件，不能并入。"
    if same_title:
        said += (
            "两份清单若是各自导入同一份通知得来的，请用 yaodian import 对方的清单.json --into 本清单.json "
            "逐行比较后采用。"
        )
    return NotTaken(said)


def ahead_of_clock(count: int, latest: str, machine: str) -> AheadOfClock:
    """Return the question about changes whose time is over a day after now."""
    return AheadOfClock(
        f"有 {count} 次变更的时间比本机晚一天以上（最晚 {latest[:10]}，{machine}），请先核对两台电脑的时钟。"
    )

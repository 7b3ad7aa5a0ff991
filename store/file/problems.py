"""What can go wrong with a file, each as one sentence for the clerk that says what to do next."""

from collections.abc import Sequence
from pathlib import Path

from store.file.lock import Holder
from store.machine.program import program, version_in_words
from store.refused import Refused

_MOST_NAMED = 3
"""Of what is wrong in a list, so many are said in one sentence."""


class FileProblem(Refused):
    """A file that cannot be read, trusted or written; nothing on the disk was overwritten."""


class FileDamaged(FileProblem):
    """A list that is not whole, by the path of the list, with words on where the damage is."""

    def __init__(self, path: Path, damage: str) -> None:
        """The sentence says what to do as well."""
        super().__init__(
            f"{damage}；文件没有改动，请在开始屏上打开它，或用命令 yaodian repair 文件名，看有哪些可以恢复。"
        )
        self.path = path
        self.damage = damage


class NotWritable(FileProblem):
    """A list that can be looked at and not changed from here."""


class OpenedReadOnly(NotWritable):
    """A list that was opened to be looked at only."""

    def __init__(self, path: Path) -> None:
        """Name the list in the sentence."""
        super().__init__(f"清单“{path.name}”是以只读方式打开的，不能修改，请关闭后重新打开，或另存副本再改。")


class RecordsWrong(NotWritable):
    """A list in which some records hold what they cannot; the rest can be looked at."""

    def __init__(self, path: Path, wrong: Sequence[str]) -> None:
        """Take what is wrong, in words."""
        some = "；".join(wrong[:_MOST_NAMED])
        more = f"等 {len(wrong)} 处" if len(wrong) > _MOST_NAMED else ""
        super().__init__(
            f"清单“{path.name}”中有不合规格的内容，没有采用：{some}{more}。现在只能查看；"
            f"请用命令 yaodian adopt 改正，或用 yaodian repair 恢复成新文件。"
        )
        self.wrong = tuple(wrong)


class FileLocked(NotWritable):
    """A list that another window holds for writing, and who that is."""

    def __init__(self, path: Path, holder: Holder) -> None:
        """Name the holder in the sentence."""
        who = "另一个窗口"
        if holder.user:
            since = holder.since[:16].replace("T", " ")
            who = f" {holder.user} 在 {holder.machine} 上（自 {since} 起）"
        super().__init__(f"清单“{path.name}”正由{who}打开，现在只能查看，请等对方关闭后再修改。")
        self.holder = holder


def missing(path: Path) -> FileProblem:
    """Return the problem that there is no such file."""
    return FileProblem(f"找不到清单“{path.name}”，请核对文件名和所在的文件夹（{path.parent}）。")


def from_a_newer_program(path: Path, written: int, known: int, by: object) -> FileProblem:
    """Return the problem of a format that this program does not know yet, and which version wrote it."""
    return FileProblem(
        f"“{path.name}”由更新版本的要点{version_in_words(by)}保存（格式 {written}，本程序"
        f"{version_in_words(program())}只认到 {known}），请升级程序后再打开；文件没有改动。"
    )


def damaged(path: Path, where: str) -> FileDamaged:
    """Return the problem of a file that is not whole, with the place of the damage."""
    return FileDamaged(path, f"清单“{path.name}”已损坏：{where}")


def journal_damaged(path: Path, journal: Path, number: int, byte: int | None) -> FileDamaged:
    """Return the problem of a list whose journal has a bad record, with its place."""
    where = f"（第 {byte} 个字节起）" if byte else ""
    return FileDamaged(path, f"日志“{journal.name}”的第 {number} 条记录已损坏{where}")


def foreign(path: Path) -> FileProblem:
    """Return the problem of a file that is whole and not a list of ours."""
    return FileProblem(f"“{path.name}”不是要点的清单文件，请另选文件；要读入通知请用“导入通知”。")


def altered(path: Path) -> str:
    """Return the sentence for a list that another program wrote, until that is taken over or set aside."""
    return (
        f"清单“{path.name}”曾被别的程序改写过，改动不在历史中；"
        "请用菜单“外部修改”，或命令 yaodian adopt（先看加 --dry-run），采用或放弃。"
    )

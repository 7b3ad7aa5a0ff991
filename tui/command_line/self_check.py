"""`self-check`: whether the program works whole on this machine, tried out on the sample notice.

Nothing of the user's is touched: what is tried out lies in a temporary folder that is removed.
"""

import importlib
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from store.machine.clock import Clock
from store.machine.own_folders import KINDS, own_folder, own_folders_in
from store.machine.program import bundle, unpacked
from store.refused import Refused, fault_sentence
from tui.command_line.arguments import JSON, Argument
from tui.command_line.machine_told import machine_facts
from tui.command_line.output import aligned, complain, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options
from tui.paper import FORMATS, write_sheets
from tui.paper.layout import Sheet, SheetColumn
from tui.paper.setup import PageSetup, saved_page_setup
from tui.paper.sheets.cells import line_cells

NOT_USABLE = 1
"""Exit code where something does not work."""
_COLUMNS = (SheetColumn("项目", 14, False), SheetColumn("结果", 6, True), SheetColumn("说明", 40, False))


@dataclass(frozen=True, slots=True)
class Tried:
    """One thing that was tried: what, whether it works, and a sentence on it."""

    name: str
    works: bool
    says: str
    is_needed: bool
    """Whether nobody can use the program without it."""

    @property
    def sign(self) -> str:
        """What it is marked with; in GB 2312, so that any Chinese terminal shows it."""
        if self.works:
            return "√"
        return "×" if self.is_needed else "△"

    @property
    def word(self) -> str:
        """What the sheet says of it."""
        if self.works:
            return "正常"
        return "有问题" if self.is_needed else "缺"


def parser(name: str) -> Parser:
    """Return what may stand after `self-check`."""
    formats = "、".join(FORMATS)
    output = Argument("-o, --output", "文件", f"另把结果印成一张表，按文件名的后缀：{formats}", take=Path)
    what = "自检：核对程序文件是否完整，用示例通知试读、试改、试印、试核对。不动您的清单。"
    return Parser(name, what, (output, JSON))


def run(options: Options) -> None:
    """Try everything out, and say 可以使用, or what does not work."""
    if options.output is not None:
        _format_of(options.output)
    found = list(tried())
    broken = [one.name for one in found if one.is_needed and not one.works]
    verdict = _verdict(found, broken)
    if options.json:
        say_json({"usable": not broken, "tried": [_as_json(one) for one in found]})
    else:
        rows = [(f"{one.sign} {one.name}", one.says) for one in found]
        say(*aligned(rows), *(() if broken else ("", verdict)))
    if options.output is not None:
        _print(found, verdict, options.output, options.clock)
    if broken:
        complain(verdict)
        sys.exit(NOT_USABLE)


def _verdict(found: list[Tried], broken: list[str]) -> str:
    if broken:
        return f"不能使用：{'、'.join(broken)} 有问题，请把以上结果交给维护人员。"
    lacking = [one.name for one in found if not one.works]
    if lacking:
        return f"可以使用，只是 {'、'.join(lacking)} 不行，怎么办见上（标 △ 的）。"
    return "可以使用。"


def _as_json(one: Tried) -> dict[str, object]:
    return {"name": one.name, "works": one.works, "needed": one.is_needed, "says": one.says}


def tried() -> Iterator[Tried]:
    """Try one thing after the other, each whatever became of those before."""
    yield _tried("程序文件", _whole)
    yield _tried("界面", _screen)
    yield _tried("用户文件夹", _own_folders, is_needed=False)
    setup, _ = saved_page_setup()
    with tempfile.TemporaryDirectory(prefix="yaodian-") as folder, own_folders_in(Path(folder, "用户")):
        trial = _Trial(Path(folder), setup)
        yield _tried("读通知", trial.read)
        yield _tried("改责任", trial.assign)
        for made in FORMATS.values():
            yield _tried(f"印 {made.name}", partial(trial.print, made.name), is_needed=False)
        yield _tried("核对历史", trial.verify)


def _tried(name: str, work: Callable[[], str], *, is_needed: bool = True) -> Tried:
    """Try a thing; what a machine lacks is refused in a sentence, all else is a fault of the program."""
    try:
        return Tried(name, True, work(), is_needed)
    except Refused as refusal:
        return Tried(name, False, str(refusal), is_needed)
    except Exception as error:  # Whatever it is, the technician is to read of it with the rest.
        return Tried(name, False, f"出了意外的错误（{type(error).__name__}）。", True)


def _whole() -> str:
    """Hold each part of the bundle, packed and unpacked, against its hash; Refused where one is another."""
    packed = bundle()
    if packed is None:
        return "安装在本机，不是单个文件，不核对。"
    try:
        with zipfile.ZipFile(packed) as files:
            lines = files.read("MANIFEST").decode().splitlines()
            wrong = [name for digest, name in map(str.split, lines) if _hash(files.read(name)) != digest]
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError) as error:
        raise Refused(f"“{packed.name}”读不出来，可能没有拷完，或U盘有损坏，请重新拷贝。") from error
    if wrong:
        raise Refused(f"“{packed.name}”里有 {len(wrong)} 个文件与原来的不同（如 {wrong[0]}），请重新拷贝。")
    root = unpacked()
    for digest, name in map(str.split, lines):
        path = root / name
        if name.startswith("lib/") and not (path.is_file() and _hash(path.read_bytes()) == digest):
            wrong.append(name)
    if wrong:
        raise Refused(
            f"展开后有 {len(wrong)} 个文件与原来的不同（如 {wrong[0]}）；不是有意替换的，请删去 {root}，再启动一次。"
        )
    return f"{len(lines)} 个文件与随附的清单相符。"


def _screen() -> str:
    """Import the screen with all that it needs."""
    importlib.import_module("tui.screen.app")
    return "能装入。"


def _own_folders() -> str:
    """Write where settings, state and logs lie, or will lie, and leave nothing; Refused where that fails."""
    for kind in KINDS:
        folder = own_folder(kind)
        try:
            while not folder.exists():
                folder = folder.parent
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            what = f"{folder} 不能写入，设置和最近文件记不住，清单照样能存"
            raise Refused(fault_sentence(what, error)) from error
    return "设置、状态、日志都能写入。"


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


class _Trial:
    """The sample list, taken through a day's work."""

    def __init__(self, folder: Path, setup: PageSetup) -> None:
        self._folder = folder
        self._setup = setup
        self._path = folder / "自检.json"

    def read(self) -> str:
        """Read the notice into a list."""
        from data import SAMPLE_NOTICE, sample_notice
        from store.file.task_file import TaskFile
        from store.importing.new_list import import_change
        from store.reading import read_notice

        reading = read_notice(sample_notice(), SAMPLE_NOTICE)
        with TaskFile.create(self._path, import_change(reading)) as file:
            return f"示例通知读出 {len(file.tasks.task_keys)} 行任务、{len(file.tasks.units)} 个单位。"

    def assign(self) -> str:
        """Give the first row another lead, and read it back from the disk."""
        from store.acts.assigning import SideAnswer, assign, assignment_change
        from store.file.task_file import TaskFile
        from store.records.values import Mention

        with TaskFile.open(self._path) as file:
            row = file.tasks.task_keys[0]
            unit = file.tasks.units[-1].key
            lead = (Mention(file.tasks.wording_of(unit), unit),)
            done = assign(file.tasks, [row], {"lead": SideAnswer(units=lead)}, "only_here")
            file.commit(assignment_change(file.tasks, [row], done))
        with TaskFile.open(self._path, read_only=True) as file:
            if file.tasks.task(row).lead_units != lead:
                raise Refused("改动存盘后读回来不一样。")
        return "改了一行的牵头单位，存盘后读回一致。"

    def print(self, name: str) -> str:
        """Print the list in a format, and read the paper as a notice."""
        from store.file.task_file import TaskFile
        from store.reading import read_notice
        from tui.paper.job import Job
        from tui.paper.making import sheets_for

        made = self._folder / f"清单{FORMATS[name].suffix}"
        with TaskFile.open(self._path, read_only=True) as file:
            sheets = sheets_for(Job("list"), file, self._setup)
            remarks = write_sheets(sheets, name, made, self._setup)
        if not read_notice(made.read_bytes(), made.name).rows:
            raise Refused("印出的文件读不回来。")
        return " ".join((f"{made.stat().st_size:,} 字节，能读回。", *remarks))

    def verify(self) -> str:
        """Hold the list against its history."""
        from store.file.wholeness import verify

        found = verify(self._path)
        if not found.whole:
            raise Refused("清单与历史对不上。")
        return "清单与历史一致。"


def _print(found: list[Tried], verdict: str, path: Path, clock: Clock) -> None:
    """Print the outcome as a sheet, with what is known of the machine."""
    rows = [line_cells(one.name, one.word, one.says) for one in found]
    rows += [line_cells(name, "", fact) for name, fact in machine_facts(clock)]
    sheet = Sheet("要点自检结果", _COLUMNS, tuple(rows), notes=(verdict,))
    write_sheets([sheet], _format_of(path), path, PageSetup(orientation="portrait"))
    say(f"已印成 {path}。")


def _format_of(path: Path) -> str:
    """Return the format that a file's name promises; Refused where it promises none."""
    for name, made in FORMATS.items():
        if made.suffix == path.suffix.lower():
            return name
    suffixes = "、".join(made.suffix for made in FORMATS.values())
    raise Refused(f"“{path.name}”不知道印成什么格式，文件名请以 {suffixes} 结尾。")

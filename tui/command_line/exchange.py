"""`exchange`: changes leave for other desks by a stick and come in from them; which desks there are."""

from pathlib import Path

from store.exchange.leaving import leaving, said_of
from store.exchange.noticing import keep_as_it_is
from store.exchange.peers import Peer, forget, peers_of
from store.file.task_file import TaskFile
from store.machine.desks import desk_of
from store.machine.settings import load_settings
from store.refused import Refused
from store.views.values import JsonObject
from tui.command_line.arguments import JSON, Argument, flag, word
from tui.command_line.lists import FILE, opened
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ACTS = ("out", "in", "undo", "peers", "keep")
_ACTS_HELP = (
    "out 导出到 U 盘，in 并入对方的文件，undo 撤销并入的一批，peers 有哪些电脑，"
    "keep 比上次少的变更不要了，以现在的为准"
)
_HEADINGS = ("序号", "电脑", "对方导出于", "这里并入于")
_ARGUMENTS = (
    word("act", "动作", _ACTS_HELP, choices=_ACTS),
    word(
        "files",
        "文件",
        "in：交换文件，也可以是对方的整份清单或备份",
        optional=True,
        take=Path,
        several=True,
        default=(),
    ),
    Argument("-d, --to", "文件夹", "out：导出到哪个文件夹，如 U 盘；不写则在清单旁边", take=Path),
    flag("--all", "out：全部导出，不论对方有没有", field="everything"),
    flag("--dry-run", "in、undo：只看会改成什么，不改动"),
    flag("--ahead", "in：时间比本机晚一天以上的也并入"),
    Argument("--batch", "序号", "undo：倒数第几批，不写为最后并入的一批"),
    Argument("--by", "姓名", "undo：只撤销这一位的变更"),
    Argument("--forget", "序号", "peers：不再往来的电脑，写 peers 列出的序号"),
    JSON,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `exchange`."""
    what = (
        "两台不联网的电脑用 U 盘交换同一份清单的变更；交换文件只放在内网专用盘上，涉密内容不得写入。"
        "各人改的都保留，同一处改得不同的列为不一致，由人定夺。"
    )
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Write an exchange file, take some in, or list the desks."""
    _refuse_misplaced(options)
    if options.act == "in":
        from tui.command_line.exchange_in import run_in

        run_in(options)
        return
    if options.act == "undo":
        from tui.command_line.exchange_undo import run_undo

        run_undo(options)
        return
    with opened(options, read_only=True) as file:
        _ACT[options.act](file, options)


def _refuse_misplaced(options: Options) -> None:
    """Refuse words that the act does not take."""
    if options.act == "in" and not options.files:
        raise Refused("请写明要并入的文件，如 yaodian exchange in 清单_PC-03_20261021-1602.yaodian。")
    if options.act != "in" and options.files:
        raise Refused(f"{options.act} 后面不写文件；要并入请用 yaodian exchange in。")


def _write(file: TaskFile, options: Options) -> None:
    """Write what the other desks are not known to have."""
    found = leaving(file, options.clock, everything=options.everything)
    folder = options.to or file.path.parent
    if not folder.is_dir():
        raise Refused(f"没有“{folder}”这个文件夹，请插好 U 盘，核对路径。")
    written = found.written(folder, options.clock, load_settings().passphrase)
    if options.json:
        say_json({"path": str(written.path), "count": written.count, "known": found.known})
    else:
        say(*said_of(found, written, "加 --all"))


def _list_peers(file: TaskFile, options: Options) -> None:
    found = peers_of(file.file_id, file.path, desk_of(file.file_id, file.path))
    if options.forget:
        _forget(file, found, options)
    elif options.json:
        say_json(list(map(_view, found)))
    elif not found:
        say("还没有并入过别的电脑的交换文件。")
    else:
        rows = [(str(number), *_row(peer)) for number, peer in enumerate(found, 1)]
        say(*aligned([_HEADINGS, *rows]))


def _forget(file: TaskFile, found: list[Peer], options: Options) -> None:
    from tui.command_line.numbers import indices_meant

    gone = [found[index] for index in indices_meant("--forget", options.forget, len(found), "台电脑")]
    forget(file.file_id, file.path, [peer.desk for peer in gone])
    names = "、".join(peer.name for peer in gone)
    say(f"不再往来：{names}。以后导出时不再考虑它有没有；再并入它的文件即恢复。")


def _view(peer: Peer) -> JsonObject:
    names = ("desk", "by", "machine", "file", "at", "heard_at")
    return {name: getattr(peer, name) for name in names} | {"have": list(peer.have)}


def _row(peer: Peer) -> tuple[str, ...]:
    return peer.name, _minute(peer.at), _minute(peer.heard_at)


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")


def _keep(file: TaskFile, options: Options) -> None:
    keep_as_it_is(file)
    count = len(file.history)
    say(f"以现在的清单（{count} 次变更）为准，不再提示缺少的变更。")


_ACT = {"out": _write, "peers": _list_peers, "keep": _keep}
"""What only looks at the list."""

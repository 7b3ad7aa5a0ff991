"""`handover`: units pass from one leader to another; what the text cannot tell is asked, never guessed."""

from argparse import Namespace

from store.acts.handover import Handover, handover_preview
from store.acts.handover_plans import keep_plan
from store.acts.preview import Act, Answer, Answers, Place, Preview
from store.acts.resolving import leader_named, units_named
from store.records.tasklist import TaskList
from store.records.values import SIDES
from store.refused import Refused
from store.views.previews import preview_view
from store.words.cleaning import clean_line
from store.words.days import day_named
from tui.command_line import pages
from tui.command_line.lists import add_file, answer, opened
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser, names

_ANSWERS: dict[str, Answer] = {"keep": "keep", "drop": "drop", "留": "keep", "去": "drop"}


def parser(name: str) -> Parser:
    """What may stand after `handover`."""
    usage = "--from 姓名 --to 姓名 [--units 单位,..] [--effective-on 日期] [--basis 依据] [--answer 行=keep|drop,..] [--dry-run] [--json]"
    what = (
        "分工调整:单位由一位领导移交另一位,分管和各行随之改动。看不出另有单位归谁的,要逐行答复,不答复不改动。"
    )
    made = Parser(f"yaodian {name}", usage, what)
    made.add_argument("--from", dest="giver", required=True, metavar="姓名", help="移交人")
    made.add_argument("--to", dest="taker", required=True, metavar="姓名", help="接收人")
    made.add_argument(
        "--units", type=names, metavar="单位,..", help="移交的单位;不写则为移交人分管的全部单位"
    )
    made.add_argument(
        "--effective-on", default="", metavar="日期", help="生效日期;在今天以后的存为预定,到日子再执行"
    )
    made.add_argument("--basis", default="", metavar="依据", help="依据,如会议纪要")
    add_answers(made)
    made.add_argument("--dry-run", action="store_true", help="只预览,不改动")
    made.add_argument("--json", action="store_true", help="输出 JSON")
    add_file(made)
    return made


def add_answers(parser: Parser) -> None:
    """Let a command take answers."""
    parser.add_argument(
        "--answer",
        type=names,
        default=[],
        metavar="行=keep|drop,..",
        help="移交人在这些行留(keep)还是去(drop)",
    )


def run(options: Namespace) -> None:
    """Preview the handover, and carry it out or keep it for its day."""
    with opened(options, read_only=options.dry_run) as file:
        tasks = file.tasks
        leaders = [leader_named(tasks, name) for name in (options.giver, options.taker)]
        units = units_named(tasks, options.units or ())
        for mention in (*leaders, *units):
            if mention.key is None:
                raise Refused(f"“{mention.wording}”是统称或还不知指谁,不能移交,请写明。")
        handover = Handover(
            leaders[0].key or "",
            leaders[1].key or "",
            tuple(unit.key or "" for unit in units),
            day_named(clean_line(options.effective_on), tasks.clock.day()),
            clean_line(options.basis),
        )
        answers, preview = answered(
            tasks, lambda given: handover_preview(tasks, handover, given), options.answer
        )
        show(tasks, preview, json=options.json)
        ahead = handover.effective_on is not None and handover.effective_on > tasks.today
        if preview.open and not ahead:
            raise Refused(unanswered(tasks, preview))
        if options.dry_run:
            return
        change = file.commit(keep_plan(tasks, handover, answers) if ahead else preview.change(tasks))
        if not options.json:
            answer(file, change, *(["到生效那天打开清单时会询问是否执行。"] if ahead else []))


def answered(tasks: TaskList, act: Act, given: list[str]) -> tuple[Answers, Preview]:
    """The answers that `3.1-3.3=drop` and the like give, and the preview with them."""
    asked = {question.place for question in act({}).questions}
    answers: dict[Place, Answer] = {}
    for words in given:
        rows, sign, word = clean_line(words).partition("=")
        answer = _ANSWERS.get(word.strip().lower())
        if not sign or answer is None:
            raise Refused(f"“{words}”看不懂,请写作 行=keep(留)或 行=drop(去),如 3.1-3.3=drop。")
        places = {(row, side) for row in tasks.rows_named(rows) for side in SIDES} & asked
        if not places:
            raise Refused(f"第 {rows.strip()} 行没有要答复的问题,请核对行号。")
        answers |= dict.fromkeys(places, answer)
    return answers, act(answers)


def show(tasks: TaskList, preview: Preview, *, json: bool) -> None:
    """The preview, as lines or as JSON."""
    view = preview_view(tasks, preview)
    if json:
        say_json(view)
    else:
        say(*(list(pages.preview_lines(tasks, view)) or ["没有一行要改动。"]))


def unanswered(tasks: TaskList, preview: Preview) -> str:
    """What keeps a preview from being carried out, in a sentence."""
    rows = "、".join(dict.fromkeys(tasks.row_name(question.row) for question in preview.open))
    return f"第 {rows} 行要先答复,没有改动;请加 --answer 行=keep(留)或 行=drop(去)再执行。"

"""`handover`: units pass from one leader to another; what the text cannot tell is asked, never guessed."""

from functools import partial

from store.acts.handover import Handover, handover_preview
from store.acts.handover_plans import keep_plan
from store.acts.preview import Preview
from store.acts.resolving import leader_named, units_named
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.previews import preview_view
from store.words.cleaning import clean_line
from store.words.days import day_named
from tui.command_line import pages
from tui.command_line.answers import ANSWER, answered, refuse_unanswered
from tui.command_line.arguments import Argument, names
from tui.command_line.committing import PREVIEW, save
from tui.command_line.lists import FILE, opened
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    Argument("--from", "姓名", "移交人", "giver", required=True),
    Argument("--to", "姓名", "接收人", "taker", required=True),
    Argument("--units", "单位,..", "移交的单位；不写则为移交人分管的全部单位", take=names),
    Argument("--effective-on", "日期", "生效日期；在今天以后的存为预定，到日子再执行", default=""),
    Argument("--basis", "依据", "依据，如会议纪要", default=""),
    Argument("--witness", "姓名", "监交人，印在移交清单上", default=""),
    ANSWER,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `handover`."""
    what = "分工调整：单位由一位领导移交另一位，分管和各行随之改动。看不出另有单位归谁的，要逐行答复，不答复不改动。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Preview the handover, and carry it out or keep it for its day."""
    with opened(options, read_only=options.dry_run) as file:
        tasks = file.tasks
        handover = _handover(tasks, options)
        act = partial(handover_preview, tasks, handover)
        answers, preview = answered(tasks, act, options.answer)
        show(tasks, preview, json=options.json)
        ahead = handover.effective_on is not None and handover.effective_on > tasks.today
        if not ahead:
            refuse_unanswered(tasks, preview)
        if options.dry_run:
            return
        if ahead:
            plan = keep_plan(tasks, handover, answers)
            save(file, plan, "到生效那天打开清单时会询问是否执行。", quiet=options.json)
        else:
            save(file, preview.change(tasks), quiet=options.json)


def _handover(tasks: TaskList, options: Options) -> Handover:
    """Return the handover that the options describe; Refused for a name that is not one person or unit."""
    names = (options.giver, options.taker)
    mentions = [leader_named(tasks, name) for name in names]
    mentions += units_named(tasks, options.units or ())
    keys = []
    for mention in mentions:
        if mention.key is None:
            raise Refused(f"“{mention.wording}”是统称或还不知指谁，不能移交，请写明。")
        keys.append(mention.key)
    giver, taker, *units = keys
    day = day_named(clean_line(options.effective_on), tasks.clock.day())
    basis, witness = clean_line(options.basis), clean_line(options.witness).strip()
    return Handover(giver, taker, tuple(units), day, basis, witness)


def show(tasks: TaskList, preview: Preview, *, json: bool) -> None:
    """Show a preview, as lines or as JSON."""
    view = preview_view(tasks, preview)
    if json:
        say_json(view)
    else:
        lines = list(pages.preview_lines(tasks, view)) or ["没有一行要改动。"]
        say(*lines, *view.get("left_out", ()))

"""`conflicts`: where desks gave different values that nobody has decided between."""

from collections.abc import Iterator

from store.records.describing import NOTHING
from store.views.conflicts import conflicts_view, whose
from store.views.values import JsonObject
from tui.command_line.arguments import JSON
from tui.command_line.lists import FILE, opened
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options


def parser(name: str) -> Parser:
    """Return what may stand after `conflicts`."""
    return Parser(name, "列出并入后两边改得不一样、还没有定夺的各处；定夺用 yaodian decide。", (*FILE, JSON))


def run(options: Options) -> None:
    """List the conflicts."""
    with opened(options, read_only=True) as file:
        found = conflicts_view(file.tasks, file.history)
        if options.json:
            say_json(found)
        elif not found:
            say("没有不一致。")
        else:
            for conflict in found:
                say(*_lines(conflict))


def _lines(conflict: JsonObject) -> Iterator[str]:
    is_of_record = conflict["fields"] == [""]
    what = f"  {conflict['what']}" if is_of_record else ""
    yield f"{conflict['number']}  {conflict['about']}{what}"
    if conflict["before"]:
        yield f"   原  {conflict['before']}"
    for side in conflict["sides"]:
        shown = "  （现在显示）" if side["shown"] else ""
        yield f"   {side['side']}  {side['says'] or NOTHING}  {whose(side)}{shown}"

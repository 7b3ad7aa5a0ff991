"""`bulletin`: the draft of a period's bulletin (通报) as text; on paper it is `print --sheet bulletin`."""

from store.history.earlier import State
from store.ledger.bulletin import bulletin_of
from store.ledger.stats import apart
from store.refused import Refused
from store.views.bulletin import bulletin_view
from tui.command_line.arguments import JSON
from tui.command_line.due import ON
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import AS_OF, as_asked
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.printing import TEMPLATE, words_chosen
from tui.command_line.stats import PERIOD, base_asked
from tui.command_line.words import Options
from tui.paper.dressing import page_of
from tui.paper.job import Job
from tui.paper.making import sheets_for
from tui.paper.setup import saved_page_setup

_ARGUMENTS = (PERIOD, ON, AS_OF, TEMPLATE, JSON, *FILE)


def parser(name: str) -> Parser:
    """Return what may stand after `bulletin`."""
    what = "一期进展的通报稿：总体情况，逾期、落后、未报、销号、问题和下期到期的任务；不改动清单。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Show the bulletin."""
    with opened(options, read_only=True) as now:
        state = as_asked(now, options)
        tasks = apart(state.tasks)
        if not tasks.task_keys:
            raise Refused("清单中没有任务。")
        base = base_asked(tasks, options)
        if options.json:
            say_json(bulletin_view(tasks, bulletin_of(tasks, base)))
        else:
            job = Job("bulletin", base=base, words=words_chosen(now.tasks, options.template))
            say(*_lines(job, state))


def _lines(job: Job, state: State) -> list[str]:
    """Return the text of a print, a line a paragraph."""
    setup, _ = saved_page_setup()
    (sheet,) = sheets_for(job, state, page_of(job.kind, setup))
    return [sheet.title, "", *(paragraph.text for paragraph in sheet.text)]

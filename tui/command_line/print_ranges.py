"""For whom, since when and until when a sheet is printed: what `print` takes of its options for its kinds."""

from datetime import timedelta

from store.acts.reminding import follow_up_numbered
from store.acts.resolving import leader_named, names_in, unit_named
from store.history.earlier import State, count_at
from store.history.finding import count_before
from store.history.prints import count_at_last_print
from store.records.tasklist import TaskList
from store.records.values import Mention
from store.refused import Refused
from store.words.days import day_in, moment_named, past_day_named
from tui.command_line.words import Options
from tui.paper.kinds import KINDS, Range, names_taking

LAST_PRINT = "last-print"
"""Since the list was printed last, as it is typed."""
_ONE_OF = {"unit": "单位", "leader": "人"}


def refuse_other_range(kind: str, options: str, *ranges: Range) -> None:
    """Refuse options of what a kind of sheet does not let choose."""
    if KINDS[kind].range not in ranges:
        kinds = names_taking(*ranges)
        raise Refused(f"{options} 只用于 --sheet {kinds}，请改写。")


def subjects_asked(tasks: TaskList, kind: str, typed: str | None) -> tuple[str, ...] | None:
    """Return the keys of the units, leaders or reminders that are named; None for all."""
    if typed is None or typed.strip() == "all":
        return None
    if KINDS[kind].whose == "reminder":
        found = [follow_up_numbered(tasks, number) for number in names_in(typed)]
        return tuple(dict.fromkeys(one.key for one in found))
    mentions = _mentions(tasks, kind, typed)
    wrong = [mention.wording for mention in mentions if mention.key is None]
    if wrong or not mentions:
        name = wrong[0] if wrong else typed
        who = _ONE_OF[KINDS[kind].whose]
        raise Refused(f"“{name}”不是一个{who}，请写明是谁，或写 all。")
    return tuple(dict.fromkeys(mention.key for mention in mentions if mention.key))


def _mentions(tasks: TaskList, kind: str, typed: str) -> list[Mention]:
    find = unit_named if KINDS[kind].whose == "unit" else leader_named
    return [find(tasks, name) for name in names_in(typed)]


def since_asked(state: State, kind: str, words: str | None) -> int | None:
    """Return how many changes the list had at the time that --since gives.

    A 变更记录 begins with the day itself, a 调整对照表 with the list at its end.
    """
    if words is None:
        return None
    if words == LAST_PRINT:
        return count_at_last_print(state.tasks, state.history)
    if KINDS[kind].range == "span":
        day = past_day_named(words, state.tasks.clock.day())
        return count_before(state.history, day)
    return count_at(state.history, moment_named(words, state.tasks.clock.now()))


def until_asked(state: State, options: Options) -> int | None:
    """Return how many changes the list had at the end of the day that --until gives.

    One without a year is in the year of --since, else in this one.
    """
    if options.until is None:
        return None
    today = state.tasks.clock.day()
    is_day = options.since not in (None, LAST_PRINT)
    begins = past_day_named(options.since, today) if is_day else today
    day = day_in(options.until, begins)
    return count_before(state.history, day + timedelta(days=1))

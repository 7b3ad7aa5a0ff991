"""Reminders and their answers, as JSON."""

from datetime import date

from store.ledger.follow_ups import follow_ups_of, standing_word
from store.records.follow_up import FOLLOW_UP_KINDS, FollowUp
from store.records.tasklist import TaskList
from store.views.values import JsonObject


def reminders_view(tasks: TaskList, day: date) -> list[JsonObject]:
    """Return the reminders of the list in the order in which they went out, and how each stands on a day."""
    return [reminder_view(tasks, one, day) for one in follow_ups_of(tasks)]


def reminder_view(tasks: TaskList, slip: FollowUp, day: date) -> JsonObject:
    """Return one reminder: its number, its unit and rows, what is asked, and the answer."""
    view: JsonObject = {"number": slip.number, "key": slip.key, "number_before": slip.number_before}
    view["kind"] = slip.kind
    view["kind_word"] = FOLLOW_UP_KINDS[slip.kind]
    view["level"] = slip.level
    view["unit"] = tasks.unit_name(slip.unit)
    view["rows"] = [tasks.row_name(row) for row in slip.tasks if row in tasks.places]
    view["why"] = slip.why
    view["require"] = slip.require
    view["sent_on"] = slip.sent_on
    view["answer_by"] = slip.answer_by
    view["signed_by"] = slip.signed_by
    view["phone_with"] = slip.phone_with
    view["answered_on"] = slip.answered_on
    view["answer"] = slip.answer
    view["answered_by"] = slip.answered_by
    view["standing"] = standing_word(slip, day.isoformat())
    return view

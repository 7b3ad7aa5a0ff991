"""The questions of an act on many rows, and the answers that the command line gives: 3.1-3.3=drop."""

from collections.abc import Sequence
from itertools import product

from store.acts.preview import ActOnRows, Answers, KeepOrDrop, Preview, RowSide
from store.records.tasklist import TaskList
from store.records.values import SIDES
from store.refused import Refused
from store.views.values import JsonObject
from store.words.cleaning import clean_line
from tui.command_line.arguments import Argument, names

ANSWER = Argument(
    "--answer", "行=keep|drop,..", "移交人在这些行留（keep）还是去（drop）", take=names, default=()
)
_ANSWERS: dict[str, KeepOrDrop] = {"keep": "keep", "drop": "drop", "留": "keep", "去": "drop"}


def answered(tasks: TaskList, act: ActOnRows, given: Sequence[str]) -> tuple[Answers, Preview]:
    """Return the answers that were given, and what the act does with them."""
    asked = {question.place for question in act({}).questions}
    answers: dict[RowSide, KeepOrDrop] = {}
    for words in given:
        rows, answer = _read(words)
        named = set(product(tasks.rows_named(rows), SIDES))
        if named.isdisjoint(asked):
            raise Refused(f"第 {rows.strip()} 行没有要答复的问题，请核对行号。")
        answers |= dict.fromkeys(named & asked, answer)
    return answers, act(answers)


def _read(words: str) -> tuple[str, KeepOrDrop]:
    """Return the rows and the answer of `3.1-3.3=drop`."""
    rows, _, word = clean_line(words).partition("=")
    answer = _ANSWERS.get(word.strip().lower())
    if answer is None:
        raise Refused(f"“{words}”看不懂，请写作 行=keep（留）或 行=drop（去），如 3.1-3.3=drop。")
    return rows, answer


def refuse_unanswered(tasks: TaskList, preview: Preview) -> None:
    """Refuse an act whose questions are not all answered."""
    if preview.open:
        rows = dict.fromkeys(tasks.row_name(question.row) for question in preview.open)
        where = f"第 {'、'.join(rows)} 行要先答复，没有改动"
        raise Refused(f"{where}；请加 --answer 行=keep（留）或 行=drop（去）再执行。")


def question_line(question: JsonObject) -> str:
    """Return a question that has to be answered before an act, in a sentence."""
    who = "或".join(question["candidates"])
    row = question["row"]
    unit = question["unit"]
    leader = question["leader"]
    return f"第 {row} 行待答复：{unit}可能由{who}分管，{leader}留（keep）还是去（drop）？"

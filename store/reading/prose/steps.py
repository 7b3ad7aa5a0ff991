"""Deadlines in the headings of steps: they hold for the tasks below, and a step without any is offered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from store.reading.prose.outline import Node, walk
from store.reading.result import Proposed, SourceFinding, TaskFound
from store.reading.signs.heading_times import stage_in, time_below, time_of_heading
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import Span


@dataclass(frozen=True, slots=True)
class Step:
    """A heading that names a time: its item, number and title, its deadline, its words and its lines."""

    item: str
    number: str
    title: str
    deadline: str
    heading: str
    """As printed, with its time."""
    words: str
    """Heading and text as printed."""
    source: Span
    """From the heading to the last line below it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Tasks with the deadlines of their headings, proposals with the steps, and what is to be said."""

    tasks: tuple[TaskFound, ...]
    proposed: tuple[Proposed, ...]
    findings: tuple[SourceFinding, ...]


def dated_by_headings(
    nodes: Sequence[Node], tasks: Sequence[TaskFound], proposed: Sequence[Proposed]
) -> Dated:
    """Return what was found with the deadlines that stand in the headings above it."""
    steps = list(steps_in(nodes))
    if not steps:
        return Dated(tuple(tasks), tuple(proposed), ())
    above = _steps_by_line(steps)
    points = _points_of_owner_lines(nodes)
    firsts = [points.get(task.source[0], task.source[0]) for task in tasks]
    given: dict[Step, int] = {}
    dated = tuple(_dated(task, above.get(line), given) for task, line in zip(tasks, firsts, strict=True))
    others = [one for one in proposed if not _is_heading(one, above)]
    offered = [replace(one, task=_dated(one.task, above.get(one.line), given)) for one in others]
    taken = set(firsts)
    taken |= {one.task.source[0] for one in others}
    offered += (_offer(step) for step in steps if not _holds_any(step, taken, above))
    offered.sort(key=lambda one: one.line)
    return Dated(dated, tuple(offered), tuple(map(_finding, given, given.values())))


def steps_in(nodes: Sequence[Node], item: str = "") -> Iterator[Step]:
    """Give the headings that name a time, each before those below it."""
    for node in nodes:
        yield from _steps_of(node, item)
        yield from steps_in(node.children, node.title)


def _steps_of(node: Node, item: str) -> Iterator[Step]:
    """Give the step that a node is, or the steps among its lines without a number (动员部署阶段(3月))."""
    last = _last_line(node)
    heading = node.heading or node.lines[0].text
    own = time_of_heading(heading) or _time_below(node)
    if own:
        title, deadline = own
        lines = (node.lines[0].number, last)
        yield Step(item, node.mark.printed, title, deadline, heading, node.body, lines)
        return
    # 整改时限:2019年6月底前 is a label and its value.
    below = [line for line in node.lines[1:] if not LABEL.match(line.folded)]
    found = [(line, _time_of_line(line.text)) for line in below]
    timed = [(line, time) for line, time in found if time]
    ends = [line.number - 1 for line, _ in timed[1:]]
    for (line, (title, deadline)), end in zip(timed, [*ends, node.lines[-1].number], strict=False):
        yield Step(node.title, "", title, deadline, line.text, line.text, (line.number, end))


def _time_of_line(text: str) -> tuple[str, str] | None:
    """Return the time of a heading without a number; 甲局清淤8处,6月底前完成。 is none."""
    return stage_in(text) if text.endswith("。") else time_of_heading(text)


def _time_below(node: Node) -> tuple[str, str] | None:
    """Return a heading and the time that its text begins with, if it does."""
    time = time_below(node.heading, node.paragraphs[0]) if node.heading and node.paragraphs else None
    return (node.heading, time) if time else None


def lines_of_steps(nodes: Sequence[Node]) -> frozenset[int]:
    """Return the numbers of the lines that stand under a time."""
    return frozenset(_steps_by_line(list(steps_in(nodes))))


def _last_line(node: Node) -> int:
    while node.children:
        node = node.children[-1]
    return node.lines[-1].number


def _steps_by_line(steps: Sequence[Step]) -> dict[int, Step]:
    """Return the innermost step that each line stands under."""
    above: dict[int, Step] = {}
    for step in steps:
        first, last = step.source
        above |= dict.fromkeys(range(first, last + 1), step)
    return above


def _points_of_owner_lines(nodes: Sequence[Node]) -> dict[int, int]:
    """Return the line of the point for each line of owners over one: it stands below another heading."""
    return {line.number: node.lines[0].number for node in walk(nodes) for line in node.above}


def _dated(task: TaskFound, step: Step | None, given: dict[Step, int]) -> TaskFound:
    """Return a task with the deadline of the heading above it, where it has none; the step counts it."""
    if task.deadline or step is None:
        return task
    if task.source[0] > step.source[0]:
        given[step] = given.get(step, 0) + 1
    return replace(task, deadline=step.deadline)


def _holds_any(step: Step, taken: set[int], above: dict[int, Step]) -> bool:
    """Tell whether a task or another step stands under a step."""
    first, last = step.source
    return any(line in taken or above[line] is not step for line in range(first, last + 1))


def _is_heading(one: Proposed, above: dict[int, Step]) -> bool:
    """Tell whether a sentence is nothing but a step's heading, which is offered as a step or is none."""
    step = above.get(one.line)
    return step is not None and step.heading.startswith(one.sentence.rstrip("。；;")) and not one.task.units


def _offer(step: Step) -> Proposed:
    task = TaskFound(step.item, step.number, step.title, step.source, deadline=step.deadline)
    return Proposed(task, step.words, step.source[0])


def _finding(step: Step, tasks: int) -> SourceFinding:
    words = f"“{step.title}”的时限“{step.deadline}”已用于其下没有写时限的 {tasks} 项，请核对"
    return SourceFinding("R08", step.source[0], words)

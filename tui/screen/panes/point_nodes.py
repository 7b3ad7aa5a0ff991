"""The nodes of the tree: the notice with what it says of itself, then its work points. Plain values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from store.records.fields import fields_for
from store.records.notice import Notice, WorkPoint
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line

_FURTHER = "–"
"""Behind the name of the first of several rows."""


class TreePlace(NamedTuple):
    """The record of a node by its table and key, and the field that editing it changes."""

    table: str
    key: str
    field: str


@dataclass(frozen=True, slots=True, eq=False)
class PointNode:
    """A line of the tree and the node that it hangs on; none at the top."""

    place: TreePlace
    label: str
    above: "PointNode | None" = None
    is_fact: bool = False
    """It is something that the notice says of itself."""
    foldable: bool = False
    rows: str = ""
    """The rows that it lays down, by their names: 2, of several 3.1–."""

    @property
    def path(self) -> Sequence["PointNode"]:
        """The nodes from the top down to this one."""
        return (*self.above.path, self) if self.above else (self,)


def nodes(tasks: TaskList) -> Iterator[PointNode]:
    """Return the notice's head and what it says of itself, then the work points, each above what it holds."""
    notice = tasks.notice
    title = _label(notice.title or "（没有通知标题）")
    head = PointNode(TreePlace("notices", notice.key, "title"), title, foldable=True)
    yield head
    for field, text in _facts(notice):
        yield PointNode(TreePlace("notices", notice.key, field), _label(text), head, is_fact=True)
    yield from _points(tasks, tasks.work_points(), None, _rows_of_points(tasks))


def _facts(notice: Notice) -> Iterator[tuple[str, str]]:
    """Return what the notice says of itself beside its title: the fields and what is shown of them."""
    for field in fields_for(Notice, "tree"):
        if field.name != "title":
            yield field.name, f"{field.label} {getattr(notice, field.name) or '（无）'}"
    if len(notice.annexes) == 1:
        yield "annexes", f"附件 {notice.annexes[0]}"
    elif notice.annexes:
        numbered = (f"{number}.{_label(annex)}" for number, annex in enumerate(notice.annexes, 1))
        yield "annexes", f"附件 {len(notice.annexes)} 个 {' '.join(numbered)}"


def _rows_of_points(tasks: TaskList) -> Mapping[str, str]:
    """Return for each work point that lays rows down which they are."""
    rows: dict[str, list[str]] = {}
    for item in tasks.items:
        if item.work_point:
            rows.setdefault(item.work_point, []).extend(tasks.task_keys_of(item.key))
    return {point: _rows_said(tasks, of_point) for point, of_point in rows.items() if of_point}


def _rows_said(tasks: TaskList, rows: Sequence[str]) -> str:
    return tasks.row_names.of(rows[0]) + _FURTHER * (len(rows) > 1)


def _points(
    tasks: TaskList, points: Sequence[WorkPoint], above: PointNode | None, rows: Mapping[str, str]
) -> Iterator[PointNode]:
    for point in points:
        below = tasks.work_points(point.key)
        place = TreePlace("work_points", point.key, "text")
        label = _label(point.number + (point.heading or point.text))
        node = PointNode(place, label, above, foldable=bool(below), rows=rows.get(point.key, ""))
        yield node
        yield from _points(tasks, below, node, rows)


def _label(text: str) -> str:
    first_line, _, _ = text.partition("\n")
    return clean_line(first_line)

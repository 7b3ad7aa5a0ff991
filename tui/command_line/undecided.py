"""What nobody has decided, said under what else is said of a list."""

from collections.abc import Iterator

from store.records.describing import in_conflict
from store.records.tasklist import TaskList

_MOST = 6


def undecided_lines(tasks: TaskList) -> Iterator[str]:
    """Yield a line for each thing that desks changed unseen by each other, and what to do."""
    undecided = list(tasks.documents.undecided)
    if not undecided:
        return
    yield ""
    yield f"还有 {len(undecided)} 处未定夺，可用 yaodian conflicts 查看，用 yaodian decide 定夺："
    for conflict in undecided[:_MOST]:
        yield f"  {in_conflict(tasks, conflict)}"
    if len(undecided) > _MOST:
        yield f"  另 {len(undecided) - _MOST} 处"

"""What this user sees of a list, beside what the list says: kept in the state folder, a small file a list.

Looking writes no list. A state that cannot be read or kept costs nothing but the convenience.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args

from store.machine.kept_state import keep_state, load_state
from store.machine.whereabouts import state_file

RowHeight = Literal["whole", "two", "one"]
"""How much of a row's text is shown: all of it, two lines, one."""

ROW_HEIGHTS: tuple[RowHeight, ...] = get_args(RowHeight)
HEIGHT_NAMES: Mapping[RowHeight, str] = {"whole": "全文", "two": "两行", "one": "一行"}
"""What the clerk calls them."""

RowsView = Literal["list", "ledger", "unit", "leader"]
"""How the rows are shown: as the annex has them, as the ledger (台账), as the 方阵 of units or leaders."""

PaneName = Literal["work_points", "matrix", "roster"]
"""The panes by their ids; the 方阵 stands in the place of the list."""

_FOLDER = "views"
_CHOICES = {"row_height": ROW_HEIGHTS, "view": get_args(RowsView), "pane": get_args(PaneName)}
"""Fields that hold one of a few words."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """What this user sees of a list. A field that is added has a default of the kind that it holds."""

    row_height: RowHeight = "whole"
    zoomed: bool = False
    """The pane that has the keys fills the screen."""
    left_put_away: bool = False
    """The panes beside the list are not shown."""
    empty_put_away: bool = False
    """Columns of the 方阵 in which nothing stands are not shown."""
    shown: tuple[str, ...] = ()
    """Which rows are shown and in which order, as `Selection.spelled` has it; none for all of them."""
    view: RowsView = "list"
    pane: PaneName = "matrix"
    """The pane that has the keys."""
    row: str = ""
    """Key of the row under the cursor."""
    field: str = ""
    """The column of the list under the cursor."""
    crossed: str = ""
    """The unit or leader across, in whose column of the 方阵 the cursor is."""
    line: tuple[str, ...] = ()
    """What the cursor of another pane is on: table, key and field of a node, or the record in the roster."""
    looked_at: tuple[str, ...] = ()
    """Rows that another desk changed and that were looked at since, each with that change."""
    today_on: str = ""
    """Day on which 今日 opened by itself last, ISO."""


def load_view(file_id: str, path: Path, row_height: RowHeight = "whole") -> ViewState:
    """Return what was kept for a file, by its id, else by its path; what is wrong in it keeps its default.

    `row_height` is that of a list of which nothing was kept.
    """
    held = load_state(state_of_list(_FOLDER, file_id, path))
    return _understood(held) if held else ViewState(row_height=row_height)


def keep_view(file_id: str, path: Path, view: ViewState) -> None:
    """Keep what is seen of a file; where it cannot be kept nothing is said."""
    keep_state(state_of_list(_FOLDER, file_id, path), asdict(view))


def state_of_list(folder: str, file_id: str, path: Path) -> Path:
    """Return the small file of the state folder that keeps something of a list, by its id or path."""
    of_list = file_id or str(path.resolve())
    name = sha256(of_list.encode("utf-8", "replace")).hexdigest()[:24]
    return state_file(folder, f"{name}.json")


def _understood(held: dict[str, Any]) -> ViewState:
    default = ViewState()
    taken: dict[str, Any] = {}
    for field in fields(ViewState):
        value = held.get(field.name)
        if isinstance(value, list):
            value = tuple(value)
        if type(value) is type(getattr(default, field.name)) and _may_be(field.name, value):
            taken[field.name] = value
    return ViewState(**taken)


def _may_be(field: str, value: object) -> bool:
    """Return whether a value of the right type is one that a field can have."""
    if isinstance(value, tuple):
        return all(isinstance(part, str) for part in value)
    return field not in _CHOICES or value in _CHOICES[field]

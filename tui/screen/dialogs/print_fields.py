"""A line of the print dialog as it is drawn."""

from tui.paper.form_field import FormField
from tui.screen.widgets.line import Line, Part, padded


def field_line(field: FormField, width: int) -> Line:
    """Return a field and its value, between arrows where the keys choose another."""
    left, right = ("◂ ", " ▸") if len(field.values) > 1 else ("  ", "")
    label = Part(f"{padded(field.label, width)}  ", "dim")
    return Line((Part(left, "faint"), Part(field.words), Part(right, "faint")), (label,))

"""Texts cut to the cells that there are, with a sign where they go on."""

from rich.cells import cell_len, set_cell_size

from tui.screen.widgets.signs import MORE


def cut_to(text: str, width: int) -> str:
    """Return a text in no more than so many cells, with a sign at its end where it goes on."""
    return text if cell_len(text) <= width else with_more(text, width)


def with_more(text: str, width: int) -> str:
    """Return a text in no more than so many cells that says at its end that more follows."""
    return set_cell_size(text.rstrip(), max(0, width - cell_len(MORE))).rstrip() + MORE

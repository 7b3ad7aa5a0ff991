"""The colours of each theme by what they are for: four tables, and nothing else has a colour.

Style sheets and widgets name them as `$ground`, `$pane` and so on. Texts (ink, dim, faint, accent, well,
due, red, blue) can be read on every ground (ground, pane, head, other, row, lit); on the accent stands
`on-accent`.
"""

from collections.abc import Mapping
from typing import NamedTuple

GROUNDS = ("ground", "pane", "head", "other", "row", "lit")
"""Screen; pane or dialog; its title; every second item; the row under the cursor; a row just changed."""
TEXTS = ("ink", "dim", "faint", "accent", "well", "due", "red", "blue")
"""Text; labels and counts; joins and hints; where the keys are; what is well; what wants attention; a red
light and a blue one.
"""
TOKENS = (*GROUNDS, *TEXTS, "on-accent")


class Look(NamedTuple):
    """A theme that the clerk can choose."""

    is_dark: bool
    colours: Mapping[str, str]
    """Token to colour."""


THEMES: Mapping[str, Look] = {
    "ink": Look(
        True,
        {
            "ground": "#15181d",
            "pane": "#1a1e25",
            "head": "#222833",
            "other": "#1e232b",
            "row": "#2a313d",
            "lit": "#20332b",
            "ink": "#e4e1da",
            "dim": "#9aa2b0",
            "faint": "#727b8a",
            "accent": "#e6836a",
            "well": "#7fb8a4",
            "due": "#e3b657",
            "red": "#ff7d8c",
            "blue": "#82b4f5",
            "on-accent": "#15181d",
        },
    ),
    "paper": Look(
        False,
        {
            "ground": "#efeadf",
            "pane": "#f8f5ee",
            "head": "#e6dfd0",
            "other": "#f2eee4",
            "row": "#e4ddcc",
            "lit": "#d9e8dc",
            "ink": "#22262c",
            "dim": "#5f5d57",
            "faint": "#7d786d",
            "accent": "#a8321f",
            "well": "#2c6a5c",
            "due": "#845000",
            "red": "#a5102a",
            "blue": "#1d4f9e",
            "on-accent": "#fbf9f4",
        },
    ),
    "contrast": Look(
        True,
        {
            "ground": "#000000",
            "pane": "#000000",
            "head": "#262626",
            "other": "#121212",
            "row": "#303030",
            "lit": "#0f3a28",
            "ink": "#ffffff",
            "dim": "#d6d6d6",
            "faint": "#b0b0b0",
            "accent": "#ff9a80",
            "well": "#7df0b8",
            "due": "#ffd75f",
            "red": "#ff9c9c",
            "blue": "#93c8ff",
            "on-accent": "#000000",
        },
    ),
    "terminal": Look(
        True,
        {
            "ground": "ansi_black",
            "pane": "ansi_black",
            "head": "ansi_blue",
            "other": "ansi_black",
            "row": "ansi_blue",
            "lit": "ansi_blue",
            "ink": "ansi_bright_white",
            "dim": "ansi_white",
            "faint": "ansi_white",
            "accent": "ansi_bright_yellow",
            "well": "ansi_bright_green",
            "due": "ansi_bright_magenta",
            "red": "ansi_bright_yellow",
            "blue": "ansi_bright_cyan",
            "on-accent": "ansi_black",
        },
    ),
}
"""Name in the settings to theme; the settings have the words that the clerk reads."""
DEFAULT = "ink"
SIXTEEN = "terminal"
"""The theme of the terminal's own colours: red says little on blue, so the accent is another there."""

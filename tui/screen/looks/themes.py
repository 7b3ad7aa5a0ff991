"""Textual's themes, made of our tables: what stock widgets are drawn in is said in our tokens too."""

from collections.abc import Mapping
from typing import Literal

from textual.theme import Theme

from tui.screen.looks.palette import nearest_of_256
from tui.screen.looks.tokens import SIXTEEN, THEMES, Look

Depth = Literal["truecolor", "256", "16"]
"""How many colours the terminal draws."""

_STOCK = {
    "ink": (
        "text",
        "text-primary",
        "text-secondary",
        "block-cursor-foreground",
        "block-cursor-blurred-foreground",
        "footer-foreground",
        "footer-description-foreground",
        "input-cursor-background",
        "link-color",
        "button-foreground",
        "button-color-foreground",
        "ansi-foreground",
    ),
    "dim": ("secondary", "text-muted", "foreground-muted"),
    "faint": ("text-disabled", "foreground-disabled", "border-blurred", "scrollbar-hover"),
    "accent": (
        "accent",
        "error",
        "text-accent",
        "text-error",
        "border",
        "footer-key-foreground",
        "scrollbar-active",
        "input-selection-background",
        "screen-selection-background",
        "link-color-hover",
    ),
    "well": ("success", "text-success"),
    "due": ("warning", "text-warning"),
    "on-accent": ("input-selection-foreground", "screen-selection-foreground"),
    "ground": ("background-muted", "ansi-background"),
    "pane": (
        "input-cursor-foreground",
        "scrollbar-background",
        "scrollbar-background-hover",
        "scrollbar-background-active",
        "scrollbar-corner-color",
    ),
    "head": ("panel", "footer-background", "footer-description-background", "footer-key-background"),
    "other": ("block-hover-background",),
    "row": (
        "boost",
        "block-cursor-background",
        "block-cursor-blurred-background",
        "scrollbar",
        "primary-background",
        "primary-muted",
    ),
    "lit": ("success-muted",),
}
"""Token to the variables of Textual that have its colour."""

_STYLES = {
    "block-cursor-text-style": "bold",
    "block-cursor-blurred-text-style": "none",
    "input-cursor-text-style": "none",
    "link-style": "none",
    "link-style-hover": "none",
    "link-background": "initial",
    "link-background-hover": "initial",
}


def themes(depth: Depth) -> dict[str, Theme]:
    """Return the themes by their names in the settings, in colours that the terminal has.

    One of sixteen colours has but one table, whichever is chosen.
    """
    sixteen = THEMES[SIXTEEN] if depth == "16" else None
    return {name: _theme(name, sixteen or look, depth) for name, look in THEMES.items()}


def variables(colours: Mapping[str, str]) -> dict[str, str]:
    """Return the tokens and what Textual's widgets name otherwise, as variables of style sheets."""
    found = {**colours, **_STYLES}
    for token, names in _STOCK.items():
        found |= dict.fromkeys(names, colours[token])
    return found


def _theme(name: str, look: Look, depth: Depth) -> Theme:
    colours = dict(look.colours)
    is_ansi = look is THEMES[SIXTEEN]
    if depth == "256" and not is_ansi:
        colours = {token: nearest_of_256(colour) for token, colour in colours.items()}
    return Theme(
        name,
        primary=colours["accent"],
        foreground=colours["ink"],
        background=colours["ground"],
        surface=colours["pane"],
        dark=look.is_dark,
        variables=variables(colours),
        ansi=is_ansi,
    )

"""The themes: each can be read on all its grounds, and nothing on the screen has a colour of its own."""

import re
from itertools import product
from pathlib import Path

import pytest
from rich.color import Color as RichColor

import tui.screen
from store.machine.settings import load_settings
from tui.screen.looks.palette import nearest_of_256
from tui.screen.looks.themed_app import ThemedApp
from tui.screen.looks.themes import Depth, themes
from tui.screen.looks.tokens import DEFAULT, GROUNDS, SIXTEEN, TEXTS, THEMES, TOKENS

READABLE, OF_HINTS = 4.5, 3.0
"""Contrast that text needs (WCAG AA), and what is not needed to be read."""
SOURCES = Path(tui.screen.__file__).parent


def luminance(value: str) -> float:
    """The relative luminance of a colour (WCAG 2.1); of the terminal's own sixteen as Rich draws them."""
    parts = RichColor.parse(value.removeprefix("ansi_")).get_truecolor()
    linear = []
    for part in parts:
        share = part / 255
        linear.append(share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_of(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.1): 21 between black and white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def contrasts(name: str, depth: Depth) -> list[tuple[str, str, float]]:
    """Text token, ground token and the contrast of both."""
    values = themes(depth)[name].variables
    pairs = [*product(TEXTS, GROUNDS), ("on-accent", "accent")]
    return [(text, ground, contrast_of(values[text], values[ground])) for text, ground in pairs]


@pytest.mark.parametrize("depth", ["truecolor", "256", "16"])
@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read_on_every_ground(name: str, depth: Depth) -> None:
    too_low = []
    for text, ground, contrast in contrasts(name, depth):
        wanted = OF_HINTS if text == "faint" or depth == "256" else READABLE
        if contrast < wanted:
            too_low.append((text, ground, round(contrast, 2)))
    assert too_low == []


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_says_every_colour_and_no_other(name: str) -> None:
    assert set(THEMES[name].colours) == set(TOKENS)


def test_a_terminal_of_256_colours_keeps_the_planes_apart() -> None:
    for name, theme in themes("256").items():
        grounds = theme.variables
        assert grounds["row"] != grounds["pane"], name
        assert grounds["head"] != grounds["pane"], name


@pytest.mark.parametrize(
    ("wanted", "nearest"), [("#1a1e25", "#1c1c1c"), ("#222833", "#262626"), ("#ffffff", "#ffffff")]
)
def test_the_nearest_colour_of_a_dark_ground_is_a_grey(wanted: str, nearest: str) -> None:
    assert nearest_of_256(wanted) == nearest


def test_a_terminal_of_sixteen_colours_has_its_own_whatever_is_chosen() -> None:
    accents = {theme.primary for theme in themes("16").values()}
    assert accents == {THEMES[SIXTEEN].colours["accent"]}


def test_a_theme_is_taken_at_the_start_and_again_when_it_is_chosen() -> None:
    app: ThemedApp[None] = ThemedApp("paper")
    assert app.current_theme.background == THEMES["paper"].colours["ground"]
    app.theme = "contrast"
    assert app.get_css_variables()["ink"] == THEMES["contrast"].colours["ink"]


@pytest.mark.parametrize("name", THEMES)
def test_the_settings_take_each_theme(name: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f'theme = "{name}"\n', "utf-8")
    settings = load_settings(path)
    assert settings.theme == name
    assert settings.notices == ()


def test_a_theme_that_there_is_not_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "rosa"\n', "utf-8")
    settings = load_settings(path)
    assert settings.theme == DEFAULT
    assert len(settings.notices) == 1


def test_style_sheets_name_colours_by_our_tokens_alone() -> None:
    strange = []
    for path in [*SOURCES.rglob("*.py"), *SOURCES.rglob("*.tcss")]:
        if path.parent.name == "looks" and path.suffix == ".py":
            continue
        text = path.read_text("utf-8")
        strange += [(path.name, found) for found in re.findall(r"#[0-9a-f]{6}\b|\bansi_\w+", text)]
        strange += [(path.name, found) for found in re.findall(r"\$([a-z-]+)", text) if found not in TOKENS]
    assert strange == []

"""The commented settings say what may be said, and nothing until they are changed."""

import os
import re
from importlib.resources import files
from pathlib import Path

from store.checks.settings import checks_chosen
from store.machine.settings import Settings, load_settings
from tests.house.syntax import ROOT
from tests.tui.screen.settings_page import page
from tui.paper.setup import page_setup
from tui.screen.dialogs.settings_form import GROUPS
from tui.screen.looks.tokens import THEMES

NEW = "YAODIAN_NEW_PAGES"


def test_the_page_says_what_is_so() -> None:
    if NEW in os.environ:
        (ROOT / "data" / "settings.toml").write_text(page(), encoding="utf-8")
    assert (files("data") / "settings.toml").read_text("utf-8") == page(), (
        f"write it anew: {NEW}=1 pytest tests/tui/screen/test_settings_page.py"
    )


def test_it_says_nothing_as_it_ships_and_is_right_once_its_signs_are_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(page(), "utf-8")
    assert load_settings(path) == Settings()
    path.write_text(re.sub(r"^# (?=[\w\[*]+[\w.]*(?: =|\]))", "", page(), flags=re.MULTILINE), "utf-8")
    settings = load_settings(path)
    notices = (*settings.notices, *page_setup(settings.paper)[1], *checks_chosen(settings.checks)[1])
    of_windows = "D:/" if os.name == "posix" else "?"
    wrong = [one for one in notices if of_windows not in one]
    assert wrong == [] and settings.author == "王小明" and settings.keys["find"] == "f8"


def test_the_themes_that_may_be_chosen_are_those_there_are() -> None:
    entries = {key: entry for group in GROUPS for key, entry in group.whole_keys.items()}
    assert set(entries["theme"].choices) == set(THEMES)

"""What ships with the program: the sample notice, settings, the manual, pinyin, the words for owners."""

from importlib.resources import files

SAMPLE_NOTICE = "whkjj-2021.txt"

QUICK_START = "quick-start"
MANUAL = (
    QUICK_START,
    "open",
    "duties",
    "texts",
    "handover",
    "units",
    "crossings",
    "looking",
    "checks",
    "ledger",
    "history",
    "print",
    "saving",
    "exchange",
    "settings",
)
"""The pages of the manual by their names, in their order: the help in the program and docs are made of them."""


def sample_notice() -> bytes:
    """The notice the program ships with, byte for byte, from the checkout and the wheel alike."""
    return (files(__name__) / "notices" / SAMPLE_NOTICE).read_bytes()


def manual_page(name: str) -> str:
    """Return a page of the manual, in Markdown of a few signs: see `tui.screen.dialogs.manual_text`."""
    return (files(__name__) / "manual" / f"{name}.md").read_text("utf-8")


def pinyin() -> str:
    """Return how signs are read mostly: a line a reading, the reading first and then its signs.

    It is made of the single readings of pypinyin 0.55 (MIT), by `tests/store/words/made_readings.py`.
    """
    return (files(__name__) / "pinyin.txt").read_text("utf-8")


def owner_words() -> str:
    """Return what the words for owners mean (牵头, 配合), as TOML."""
    return (files(__name__) / "owner_words.toml").read_text("utf-8")


def paper_words() -> str:
    """Return the words of letters and lists to be signed, as TOML: what a bureau's own template changes."""
    return (files(__name__) / "paper_words.toml").read_text("utf-8")

"""What is wrong in the settings, said on stderr by every command before it does anything."""

from collections.abc import Sequence

from store.machine.settings import load_settings
from tui.command_line.output import complain


def say_wrong_settings() -> None:
    """Say each entry of the settings that was not taken."""
    for sentence in _wrong():
        complain(sentence)


def _wrong() -> Sequence[str]:
    settings = load_settings()
    wrong = list(settings.notices)
    if settings.checks.said:
        from store.checks.settings import checks_chosen

        wrong += checks_chosen(settings.checks)[1]
    if settings.paper.said:
        from tui.paper.setup import page_setup

        wrong += page_setup(settings.paper)[1]
    return wrong

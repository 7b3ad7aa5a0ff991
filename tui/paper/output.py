"""What a writer gives back."""

from dataclasses import dataclass

from tui.paper.setup import PageSetup


@dataclass(frozen=True, slots=True)
class Output:
    """A whole file, and what the clerk should know of it, in sentences."""

    data: bytes
    remarks: tuple[str, ...] = ()


def unturned(format_name: str, setup: PageSetup) -> tuple[str, ...]:
    """Return the remark of a format that turns no pages: those that were to be turned are landscape ones."""
    if setup.orientation != "turned":
        return ()
    return (f"{format_name} 转不了页面，已按横版存；要竖版横排，请存为 pdf。",)

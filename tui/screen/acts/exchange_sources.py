"""Where changes can go and come from, as the acts of exchange offer it; all of it asks the disk."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from store.file.task_file import TaskFile
from store.machine.folders import drives
from store.records.changes import Arrival, History
from tui.screen.acts.folder_asking import short
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.exchange.noticing import Lost, Offer
    from store.history.batches import Batch

PURPOSE = "exchange"
"""Under which the folder is remembered: in and out are of one stick."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where changes are known to be that the list lacks."""

    lost: "Lost | None"
    offers: "list[Offer]"


def sources(file: TaskFile) -> Sources:
    """Return where changes are known to be that a list lacks, offered before or not."""
    from store.exchange.noticing import lost, offers

    return Sources(lost(file), offers(file, [*map(Path, drives())], again=True))


def noted(file: TaskFile) -> "Lost | None":
    """Note what a list has now, unless it has less than was last seen: return that."""
    from store.exchange.noticing import lost, note_seen

    note_seen(file)
    return lost(file)


def new_offers(file: TaskFile) -> "list[Offer]":
    """Return what was not offered before; it is noted as offered."""
    from store.exchange.noticing import note_offered, offers

    found = offers(file, [*map(Path, drives())])
    if found:
        note_offered(file, found)
    return found


def batch_choices(history: History) -> "list[Choice[Batch]]":
    """Return what came in, person by person of each time, the last first."""
    from store.history.batches import batches, came_in_words

    choices = []
    for batch in batches(history):
        about = came_in_words(Arrival(batch.at, batch.desk))
        for person, count in batch.people.items():
            choices.append(Choice(batch.by(person), person, about=about, right=f"{count} 次"))
    return choices


def known_files(sources: Sources) -> list[Choice[Path]]:
    """Return the files that are known to have what is lacking."""
    choices: list[Choice[Path]] = []
    if sources.lost and sources.lost.copy:
        copy = sources.lost.copy
        choices.append(Choice(copy, copy.name, about=f"上次在本机看到的 {sources.lost.count} 次变更在这里"))
    choices += [Choice(one.path, one.path.name, about=one.who or short(one.path)) for one in sources.offers]
    return choices

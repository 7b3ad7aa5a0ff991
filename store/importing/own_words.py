"""The way in which one's own bureau writes (本局的写法): words for owners whose side this user said once."""

import re
from collections.abc import Mapping
from typing import cast

from store.machine.settings import WORDS, Settings, load_settings
from store.machine.settings_writing import write_entry
from store.reading.result import Reading
from store.reading.signs.owner_words import OwnerWords, WordSide

_BLANKS = re.compile(r"[ \t\u3000]")
"""What the layout may have put into a word: 指 导 部 门."""


def kept_words(settings: Settings | None = None) -> Mapping[str, WordSide]:
    """Return the words that this user has kept, each with its side; what is wrong in the file is none."""
    return cast("Mapping[str, WordSide]", (settings or load_settings()).words)


def own_words(settings: Settings | None = None) -> OwnerWords:
    """Return what notices are read with: the data's words, and before these what this user has kept."""
    return OwnerWords(tuple(kept_words(settings).items()))


def keep_word(word: str, side: WordSide) -> None:
    """Keep a word for notices to come; Refused where the settings cannot be written."""
    write_entry(WORDS.key(word), side)


def forget_word(word: str) -> None:
    """Keep a word no more."""
    write_entry(WORDS.key(word), None)


def said_otherwise(words: OwnerWords, word: str, side: WordSide | None) -> OwnerWords:
    """Return words of which one has another side, or none of its own: then it is read as the data has it."""
    others = [one for one in words.said if one[0] != word]
    if side:
        others.append((word, side))
    return OwnerWords(tuple(others))


def own_words_met(reading: Reading) -> Mapping[str, WordSide]:
    """Return the words of a notice whose side is not the data's but one that was said."""
    met = {one.word for one in reading.owner_words if one.rows}
    said = reading.words.said
    printed = _BLANKS.sub("", reading.source_text) if said else ""
    return {word: side for word, side in said if word in met or word in printed}

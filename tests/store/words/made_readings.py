"""data/pinyin.txt made anew from pypinyin: of each sign the reading that it has mostly."""


def made_readings() -> str:
    """A line a reading, the reading first and then its signs."""
    # Its tables take a second to load: for those who make, not for all who collect tests.
    from pypinyin import pinyin
    from pypinyin.constants import PINYIN_DICT, Style

    signs: dict[str, list[str]] = {}
    for code in sorted(PINYIN_DICT):
        ((reading,),) = pinyin(chr(code), style=Style.NORMAL)
        if reading.isascii() and reading.isalpha():
            signs.setdefault(reading, []).append(chr(code))
    lines = [f"{reading} {''.join(found)}\n" for reading, found in sorted(signs.items())]
    return "".join(lines)

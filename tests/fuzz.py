"""Fuzzing of the readers: fixtures mutated by a seeded generator; `python -m tests.fuzz 20000`.

Every input is read or refused in a sentence, in bounded time and memory, and no sign of it is lost.
"""

import io
import random
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl

from data import sample_notice
from store.importing.new_list import import_change
from store.reading import as_json, read_notice
from store.reading.lost import unaccounted
from store.refused import Refused

SLOWEST = 3.0
"""Seconds that one small input may take on a busy machine."""
MOST_MEMORY = 1024 * 1024
"""Kilobytes that a whole run may hold."""
_FIXTURES = Path(__file__).parent / "store" / "reading" / "notices"
_FILES = Path(__file__).parent / "store" / "reading" / "formats" / "files"
_TOKENS = (
    *(
        "(",
        ")",
        "〔",
        "】",
        "|",
        "||",
        "\t",
        " ",
        "\u3000",
        "、",
        ",",
        ";",
        ":",
        "。",
        "\r\n",
        "\n",
        "\n\n",
        "《",
        "》",
        "\x00",
        "\u200b",
    ),
    *(
        "1.",
        "一、",
        "(一)",
        "①",
        "第一条",
        "2021年3月31日",
        "6月底前",
        "40家",
        "市水务局",
        "高 山",
        "各处室",
        "發(fā)",
        "下同",
    ),
    *(
        "牵头单位:",
        "责任单位：",
        "完成时限：",
        "牵头",
        "配合",
        "负责",
        "会同",
        "等部门",
        "组长:",
        "成员:",
        "附件",
        "附件1",
        "序号",
        "任务",
    ),
    *("<td rowspan=9>", "<!--"),
)


def seeds() -> list[bytes]:
    """The texts, a page, and a document or workbook of each kind that mutation begins with."""
    texts = [
        path.read_text(encoding="utf-8").partition("=====")[0] for path in sorted(_FIXTURES.glob("*.txt"))
    ]
    rows = [
        ["序号", "任务", "牵头单位", "责任单位"],
        ["1", "清理河道30公里。", "市水务局", "市财政局、市审计局"],
        ["2", "建立台账。", "", "市档案馆"],
    ]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = f"<!DOCTYPE html><html><body><p>关于印发清单的通知</p><table>{table}</table></body></html>"
    return [
        sample_notice(),
        *(text.encode() for text in texts),
        texts[0].encode("gb18030"),
        page.encode(),
        _document(rows),
        _workbook(rows),
        *(path.read_bytes() for path in sorted(_FILES.iterdir()) if path.suffix != ".md"),
    ]


def _document(rows: list[list[str]]) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    document.add_paragraph("关于印发清单的通知")
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    document.save(buffer)
    return buffer.getvalue()


def _workbook(rows: list[list[str]]) -> bytes:
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(buffer)
    return buffer.getvalue()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """An input changed in one to six places: its signs and lines where it is text, else its bytes."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _mutated_bytes(data, chance)
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(_TEXT_ACTS)(text, chance)
    return text.encode("utf-8", "replace")


def _mutated_bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.randint(0, len(changed))] if chance.random() < 0.2 else changed)


def _insert(text: str, chance: random.Random) -> str:
    place = chance.randint(0, len(text))
    return text[:place] + chance.choice(_TOKENS) + text[place:]


def _delete(text: str, chance: random.Random) -> str:
    place = chance.randint(0, len(text))
    return text[:place] + text[place + chance.randint(1, 12) :]


def _with_lines(act: Callable[[list[str], random.Random], None]) -> Callable[[str, random.Random], str]:
    def changed(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        act(lines, chance)
        return "\n".join(lines)

    return changed


def _drop(lines: list[str], chance: random.Random) -> None:
    del lines[chance.randrange(len(lines))]


def _repeat(lines: list[str], chance: random.Random) -> None:
    lines.insert(chance.randint(0, len(lines)), chance.choice(lines or [""]))


def _shuffle(lines: list[str], chance: random.Random) -> None:
    chance.shuffle(lines)


def _join(lines: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(lines))
    lines[place : place + 3] = ["".join(lines[place : place + 3])]


def _widened(text: str, _: random.Random) -> str:
    return text.translate({ord(sign): ord(sign) + 0xFEE0 for sign in ",;:()|."})


_TEXT_ACTS = (
    _insert,
    _insert,
    _delete,
    _with_lines(_drop),
    _with_lines(_repeat),
    _with_lines(_shuffle),
    _with_lines(_join),
    _widened,
)


def check(data: bytes) -> None:
    """Read an input; raises where it is neither read nor refused, is too slow, or a sign of it is lost."""
    begun = time.process_time()
    try:
        reading = read_notice(data, "fuzz")
    except Refused as refusal:
        assert "请" in str(refusal), refusal
        return
    as_json(reading)
    import_change(reading)
    assert time.process_time() - begun < SLOWEST, "too slow"
    lost = unaccounted(reading)
    assert not lost, lost


def run(count: int, seed: int = 2021) -> None:
    """Check that many mutated inputs; an input that fails is written beside the call and named."""
    chance = random.Random(seed)
    beginnings = seeds()
    for number in range(count):
        data = mutated(chance.choice(beginnings), chance)
        try:
            check(data)
        except BaseException:
            Path("fuzz-failed").write_bytes(data)
            print(f"input {number} of seed {seed} fails; it is in ./fuzz-failed")
            raise
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MOST_MEMORY, "too much memory"


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, int(sys.argv[2]) if len(sys.argv) > 2 else 2021)

"""The manual as one page, `docs/使用手册.md`: the pages that the program shows as help, one after another."""

import re

from data import MANUAL, manual_page

HEAD = """# 要点使用手册

程序里按 F1，再按 → 看到的就是这些页。全部按键见 [KEYS.md](KEYS.md)，命令行见
[command-line.md](command-line.md)。

改了 `data/manual/` 后重写本页：
`YAODIAN_NEW_PAGES=1 .venv/bin/python -m pytest tests/tui/screen/test_manual.py`
"""


def page() -> str:
    """The whole page."""
    pages = [manual_page(name) for name in MANUAL]
    titles = [_title(text) for text in pages]
    contents = "\n".join(f"- [{title}](#{_anchor(title)})" for title in titles)
    below = [re.sub(r"^#", "##", text, flags=re.MULTILINE) for text in pages]
    return "\n".join([HEAD, contents, "", *below])


def pictures() -> set[str]:
    """The names of the pictures that the pages show."""
    return set(re.findall(r"\(screens/([\w-]+)\.svg\)", page()))


def _title(text: str) -> str:
    return text.splitlines()[0].removeprefix("# ")


def _anchor(title: str) -> str:
    """The link that a heading gets: its words without signs."""
    return re.sub(r"[^\w]", "", title)

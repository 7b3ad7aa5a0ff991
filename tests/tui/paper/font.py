"""Chinese letters for tests: a small font from PyPI, so that no machine needs its own."""

from pathlib import Path

import paperang_p2_fonts_cjk

from tui.paper.setup import ROLES, PageSetup

FONT = Path(paperang_p2_fonts_cjk.__file__).parent / "fonts" / "wqy-microhei.ttc"
FONT_FILES = dict.fromkeys(ROLES, str(FONT))
SETUP = PageSetup(font_files=FONT_FILES)

"""The program on a disk that takes as long as the file named by YAODIAN_TEST_HANGS is there."""

import os
import sys
import time
from pathlib import Path

from store.file import disk
from tui.__main__ import main

_HANGS = Path(os.environ["YAODIAN_TEST_HANGS"])
_sync = disk.sync


def _slow_sync(fd: int) -> None:
    while _HANGS.exists():
        time.sleep(0.01)
    _sync(fd)


disk.sync = _slow_sync
sys.exit(main())

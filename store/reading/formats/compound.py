"""Files of the old office programs (.doc, .wps, .xls, .et): a store of streams, opened by its directory."""

import io
import logging
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from store.refused import Refused

MAGIC = b"\xd0\xcf\x11\xe0"
"""How such a file begins."""
DAMAGED = "文件已损坏，无法读取。请在 WPS 中打开，另存为 Word 文档（*.docx）或 *.xlsx，再导入。"
LOCKED = "这个文件设有密码，读不出文字。请在 WPS 中输入密码打开，取消密码后另存，再导入。"
_MISSING = "本机没有安装读取旧版 Word、WPS 文件的组件（olefile）。请在 WPS 中打开，另存为 Word 文档（*.docx）或 *.xlsx，再导入。"


def streams_there(data: bytes, wanted: Sequence[str]) -> frozenset[str]:
    """Return which of some streams a store holds."""
    store = _opened(data)
    try:
        return frozenset(filter(store.exists, wanted))
    except Exception as error:  # the reader of stores raises whatever their damage brings about
        raise Refused(DAMAGED) from error


def streams(data: bytes, wanted: Sequence[str]) -> dict[str, bytes]:
    """Return those of the streams asked for that a store holds."""
    store = _opened(data)
    try:
        return {name: store.openstream(name).read() for name in wanted if store.exists(name)}
    except Exception as error:  # the reader of stores raises whatever their damage brings about
        raise Refused(DAMAGED) from error


def _opened(data: bytes) -> Any:
    """Return an open store; its reader is imported when one comes."""
    try:
        olefile = import_module("olefile")
    except ImportError:
        raise Refused(_MISSING) from None
    logging.getLogger("olefile").setLevel(logging.CRITICAL)
    try:
        return olefile.OleFileIO(io.BytesIO(data))
    except Exception as error:  # the reader of stores raises whatever their damage brings about
        raise Refused(DAMAGED) from error

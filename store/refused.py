"""Refused: what every layer raises where a rule forbids an act; and a fault of the system in words."""

import errno
from pathlib import Path


class Refused(Exception):
    """An act that a rule does not allow; the message is a sentence for the clerk that says what to do."""


_FULL = ("磁盘已满", "请清理出空间后再试")
_DENIED = ("没有权限", "请向管理员要求读写权限，或把清单放到自己的文件夹里")
_READ_ONLY = ("所在的磁盘或文件夹是只读的", "请另存副本到可以写入的文件夹")
_TOO_LARGE = ("文件超过了磁盘或系统允许的大小", "请另存副本到别处")
_BROKEN = ("磁盘读写出错", "请检查磁盘或 U 盘，并另存副本到别处")
_GONE = ("文件或所在的文件夹不见了", "请检查 U 盘或网络盘是否还连着，或另存副本到别处")
_CAUSES = {
    errno.ENOSPC: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.EFBIG: _TOO_LARGE,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: _READ_ONLY,
    errno.EIO: _BROKEN,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    getattr(errno, "ESTALE", errno.ENODEV): _GONE,
    errno.ENAMETOOLONG: ("文件名太长", "请换一个短些的文件名"),
    errno.EISDIR: ("这是一个文件夹", "请选其中的清单文件"),
}


def fault_sentence(what: str, error: OSError) -> str:
    """Say what could not be done, why the system refused it, and what to do:
    备份没有存成:磁盘已满,请清理出空间后再试。
    """
    if error.errno == errno.ELOOP:
        name = Path(str(error.filename or "")).name
        return f"{what}：“{name}”是链接，或不是普通文件，请核对后把它移走再试。"
    cause, advice = _cause_and_advice(error)
    return f"{what}：{cause}，{advice}。"


def why_unread(error: OSError | ValueError) -> str:
    """Say why a text could not be read: 没有权限."""
    return _cause_and_advice(error)[0] if isinstance(error, OSError) else "不是 UTF-8 的文本"


def _cause_and_advice(error: OSError) -> tuple[str, str]:
    unknown = (f"系统报告了错误 {error.errno}", "请稍后再试，或另存副本到别处")
    return _CAUSES.get(error.errno or 0, unknown)

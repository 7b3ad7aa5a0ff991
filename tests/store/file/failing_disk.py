"""A disk that refuses, put in under the real program."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from store.file import disk


def fault(code: int) -> Callable[..., None]:
    """A call of the disk that always fails with an error of the system."""

    def fail(*_: object) -> None:
        raise OSError(code, "put in by the test")

    return fail


@contextmanager
def failing(call: str, code: int = errno.ENOSPC) -> Iterator[None]:
    """Every such call of the disk fails."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, call, fault(code))
        yield

"""A line is taken in its one spelling, and without what no list may hold."""

import pytest

from store.exchange.spelling import Forbidden, Misspelled, document
from store.records.changes import canonical

GOOD = canonical({"by": "李明", "title": '“深化” "改革"\n二行\t\\', "edits": [{"after": None}]})


def test_the_canonical_spelling_is_read() -> None:
    assert document(GOOD)["title"] == '“深化” "改革"\n二行\t\\'


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}x",
        b'{"a": 1}',
        b'{"b":1,"a":1}',
        b'{"a":1,"a":1}',
        b'{"a":"\\u4e00"}',
        b'{"a":1.0e3}',
        b'{"a":"\xff"}',
        "\ufeff{}".encode(),
        b"[1]",
        b"null",
        b'{"a":' + b"9" * 5000 + b"}",
        GOOD.replace(b",", b", ", 1),
    ],
)
def test_another_spelling_is_not(line: bytes) -> None:
    with pytest.raises(Misspelled):
        document(line)


@pytest.mark.parametrize("sign", "\0\x1b\r\x08\x7f\x85\x9b\u200b\u202e\u2066\ufeff\ud800")
def test_signs_that_steer_a_terminal_are_forbidden(sign: str) -> None:
    with pytest.raises(Forbidden):
        document(canonical({"by": f"李{sign}明"}))


@pytest.mark.parametrize("depth", [20, 21, 500, 100_000])
def test_nesting_has_an_end(depth: int) -> None:
    line = b'{"a":' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"
    if depth == 20:
        assert document(line)
    else:
        with pytest.raises(Forbidden):
            document(line)

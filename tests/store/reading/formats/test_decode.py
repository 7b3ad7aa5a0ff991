import pytest

from store.reading import read_notice
from store.reading.formats.decode import MAX_BYTES, MAX_LINES, decode
from store.refused import Refused
from store.words.cleaning import clean_source

TEXT = "关于做好清单工作的通知\n各科室:\n请认真执行。"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空的"),
        (b" \r\n\t\n", "空的"),
        (b"PK\x03\x04 rest of a package", "另存为 .docx 或文本文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old office", "另存为 Word 文档"),
        (b"%PDF-1.7 and so on", "PDF"),
        (bytes(range(256)) * 20, "编码"),
        (b"\x7fELF\x01\x01\x02\x03\x04\x05\x06" * 50, "不是文本"),
        (b"a" * (MAX_BYTES + 1), "太大"),
        (b"a\n" * (MAX_LINES + 1), "太长"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words) as refusal:
        read_notice(data, "notice")
    assert "请" in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"]
)
def test_encoding_is_found(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_a_cut_last_character_is_no_error() -> None:
    assert decode(TEXT.encode()[:-1]).text == TEXT[:-1]


def test_encoding_can_be_named() -> None:
    assert decode("縣政府辦公室".encode("big5"), "big5").text == "縣政府辦公室"


@pytest.mark.parametrize("encoding", ["ascii", "no-such-encoding", "utf-8"])
def test_a_wrong_encoding_is_refused_by_name(encoding: str) -> None:
    with pytest.raises(Refused, match=encoding):
        decode(TEXT.encode("gb18030"), encoding)


def test_control_characters_are_dropped() -> None:
    assert (
        clean_source("甲\x1b[31m乙\x00\x7f\x9b\u200b\u202e\u2066\ufeff丙\u2028\t丁\r\n戊\r己")
        == "甲[31m乙丙\t丁\n戊\n己"
    )

"""Office packages looked at before they are unpacked."""

import io
import zipfile

import pytest

from store.reading.formats.packages import MOST_BYTES, check_package
from store.refused import Refused


def package(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()


def check(data: bytes) -> None:
    check_package(data, "word/document.xml", "另一种文件", "已损坏")


def test_a_package_of_its_kind_passes() -> None:
    check(package({"word/document.xml": b"<w/>", "word/media/picture.png": bytes(2_000_000)[:1000]}))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"xl/workbook.xml": b"<x/>"}, "另一种文件"),
        ({"word/document.xml": b'<!DOCTYPE w [<!ENTITY a "b">]><w/>'}, "外部声明"),
        ({"word/document.xml": '<!DOCTYPE w [<!ENTITY a "b">]>'.encode("utf-16-le")}, "外部声明"),
        ({"word/document.xml": bytes(8_000_000)}, "压缩异常"),
        ({"word/document.xml": b"<w/>"} | {f"part{number}": b"" for number in range(2_000)}, "压缩异常"),
    ],
    ids=["another kind", "declaration", "declaration in two bytes a sign", "bomb", "too many parts"],
)
def test_what_is_refused(parts: dict[str, bytes], words: str) -> None:
    with pytest.raises(Refused, match=words):
        check(package(parts))


def test_damage_and_size_are_refused() -> None:
    with pytest.raises(Refused, match="已损坏"):
        check(package({"word/document.xml": b"<w/>"})[:40])
    with pytest.raises(Refused, match="太大"):
        check(bytes(MOST_BYTES + 1))

"""The page as options of `print` choose it, and names of files that do not fit."""

import re
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Yaodian
from tests.tui.paper.font import FONT_FILES
from tui.paper import FORMATS


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings that name the tests' letters."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = tmp_path / "config" / "yaodian" / "settings.toml"
    path.parent.mkdir(parents=True)
    lines = ["[paper.font_files]", *(f'{role} = "{file}"' for role, file in FONT_FILES.items())]
    path.write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize(
    ("words", "says"), [(("--first-page", "0"), "1 至 9999"), (("--title-line", "1"), "2 至 10")]
)
def test_a_number_out_of_its_bounds_is_wrong_words(
    yaodian: Yaodian, listed: Path, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    code, _, err = yaodian("print", *words, "--format", "text", "-o", tmp_path / "a.txt", "-f", listed)
    assert code == 2 and says in err


@pytest.mark.parametrize(
    ("name", "typed", "better"),
    [
        ("pdf", "a.docx", "a.pdf"),
        ("docx", "清单", "清单.docx"),
        ("docx", "清单.2021", "清单.2021.docx"),
        ("text", "a.pdf", "a.txt"),
        ("html", "a.HTM", ""),
        ("text", "a.prn", ""),
        ("pdf", "A.PDF", ""),
    ],
)
def test_a_name_that_promises_another_format_is_refused(
    yaodian: Yaodian, listed: Path, tmp_path: Path, name: str, typed: str, better: str
) -> None:
    out = tmp_path / typed
    code, _, err = yaodian("print", "--format", name, "-o", out, "-f", listed)
    assert (code, out.exists()) == ((1, False) if better else (0, True))
    assert not better or f"请改为 {better}，" in err


def test_what_is_chosen_for_the_page_stands_on_it(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.txt"

    def lines(*words: str) -> list[str]:
        assert yaodian("print", *words, "--format", "text", "-o", out, "-f", listed)[::2] == (0, "")
        return [line.strip() for line in out.read_text("utf-8").splitlines()]

    found = lines("--state", "--first-page", "7", "--title", "台账", "--title-line", "4")
    assert found[:4] == ["附件2", "", "", "台账"]
    assert re.fullmatch(r"截至\d+年\d+月\d+日，第1次变更", found[4])
    assert "— 7 —" in found
    assert "附件2" not in lines("--annex", "")
    of_unit = "".join(lines("--sheet", "unit", "--for", "成果处", "--title", "任务书"))
    assert "任务书" in of_unit and "成果转化处任务分解单" in of_unit


def test_a_page_that_a_format_cannot_turn_is_said(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    for name in ("docx", "xlsx", "html"):
        out = tmp_path / f"a{FORMATS[name].suffix}"
        code, _, err = yaodian("print", "--orientation", "turned", "--format", name, "-o", out, "-f", listed)
        assert code == 0 and f"{name} 转不了页面" in err

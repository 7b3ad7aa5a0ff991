"""What the settings say of the checks: each wrong value costs itself alone."""

from pathlib import Path

import pytest

from store.checks.settings import CheckSettings, checks_chosen
from store.machine.settings import load_settings


def chosen(tmp_path: Path, text: str) -> tuple[CheckSettings, tuple[str, ...]]:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return checks_chosen(load_settings(path).checks)


def test_what_is_said_is_taken_with_codes_in_either_case(tmp_path: Path) -> None:
    text = '[checks]\noff = ["C17", "c24"]\nload_limit = 0.6\n[checks.grades]\nc16 = "错误"\n'
    expected = CheckSettings(frozenset({"C17", "C24"}), {"C16": "错误"}, 0.6)
    assert chosen(tmp_path, text) == (expected, ())


def test_nothing_said_means_the_defaults(tmp_path: Path) -> None:
    assert chosen(tmp_path, "") == (CheckSettings(), ())


@pytest.mark.parametrize(
    ("slip", "line", "named"),
    [
        ("[checks]\non = []", 2, "checks.on 不认识"),
        ('[checks]\noff = "C17"', 2, "checks.off 应为规则的代号"),
        ('[checks]\noff = ["C99"]', 2, "checks.off 中的“C99”不认识"),
        ("[checks]\nload_limit = 40", 2, "checks.load_limit 应为 0 至 1 的数"),
        ("[checks]\nload_limit = nan", 2, "checks.load_limit 应为 0 至 1 的数"),
        ("[checks]\ngrades = 1", 2, "checks.grades 不认识"),
        ('[checks.grades]\nC16 = "坏"', 2, "checks.grades.C16 不认识"),
        ('[checks.grades]\n\nX1 = "错误"', 3, "checks.grades.X1 不认识"),
        ('[checks]\ngrades = { C16 = "坏" }', 2, "checks.grades.C16 不认识"),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, slip: str, line: int, named: str) -> None:
    found, (notice,) = chosen(tmp_path, slip)
    assert f"settings.toml 第 {line} 行的 {named}" in notice
    assert found == CheckSettings()


def test_the_other_values_hold(tmp_path: Path) -> None:
    text = '[checks]\noff = ["C17", "C99"]\nload_limit = "半数"\n[checks.grades]\nC16 = "错误"\nC18 = "坏"\n'
    found, notices = chosen(tmp_path, text)
    assert found == CheckSettings(frozenset({"C17"}), {"C16": "错误"}, 0.5)
    assert len(notices) == 3

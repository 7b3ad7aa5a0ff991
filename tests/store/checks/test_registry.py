"""Which rules are run: the settings switch them off and grade them."""

from store.checks.settings import CheckSettings
from tests.store.checks.made import codes, hits, row, small_list


def test_rules_can_be_switched_off_and_graded() -> None:
    tasks = small_list(row(deadline=None))
    assert "C16" not in codes(tasks, CheckSettings(off=frozenset({"C16"})))
    assert hits(tasks, "C16", CheckSettings(grades={"C16": "错误"})) == [("1", "错误")]

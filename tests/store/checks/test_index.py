"""Who stands where, kept row by row."""

from store.checks.index import Index
from tests.store.checks.made import row


def test_a_row_is_counted_and_let_go() -> None:
    index = Index()
    task = row("水利处 造船厂", "钱一", "河湖处", "孙二")
    assert index.take("row", task)
    assert list(index.rows["u-水利处"]) == list(index.led["p-钱一"]) == ["row"]
    assert list(index.keyless["造船厂"]) == ["row"]
    assert index.led.get("p-孙二") is None
    assert (index.with_lead, index.item_of("row")) == (1, "item")
    assert index.take("row", None)
    assert (index.with_lead, index.item_of("row")) == (0, "")
    assert not index.rows["u-水利处"] and not index.keyless["造船厂"]


def test_only_cells_that_come_or_go_count_as_a_change() -> None:
    index = Index()
    assert index.take("a", row(key="a"))
    assert not index.take("b", row(key="b"))
    assert not index.take("b", row(key="b", text="别的文字"))
    assert not index.take("b", None)
    assert index.take("a", row("水利处", "孙二", key="a"))

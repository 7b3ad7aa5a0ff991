"""The preview of a sheet is as wide as its page."""

from tui.paper import PageSetup
from tui.screen.dialogs.sheet_preview import _columns_of


def test_a_portrait_page_has_fewer_columns_than_a_landscape_one() -> None:
    assert _columns_of(PageSetup(orientation="landscape")) == 120
    assert _columns_of(PageSetup(orientation="turned")) == 120
    # 156 mm of type area beside 225 mm.
    assert _columns_of(PageSetup(orientation="portrait")) == 120 * 156 // 225

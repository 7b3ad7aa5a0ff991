"""A web page: what a browser may part, and where."""

from tests.tui.paper.font import SETUP
from tests.tui.paper.reading import html_tables
from tui.paper import FORMATS, Sheet
from tui.paper.layout import SheetCell, SheetColumn

SENTENCE = "建成中试平台3个、概念验证中心2个，新增技术经理人60名，推动高校院所成果在本市转化1000项以上。" * 3


def page(*names: str) -> str:
    """A page on which names stand in columns too narrow for them, beside a sentence."""
    columns = [SheetColumn("名称", 2, True) for _ in names]
    cells = [SheetCell((name,)) for name in names]
    sheet = Sheet("清单", (*columns, SheetColumn("任务", 50, False)), ((*cells, SheetCell((SENTENCE,))),))
    data = FORMATS["html"].write([sheet], SETUP, lambda done, total: None).data
    assert [html_tables(data)[0][1, place][0] for place in range(len(names))] == list(names)
    return data.decode()


def test_dates_and_names_that_are_too_long_are_parted_only_where_they_read_well() -> None:
    written = page(*["2026年10月31日前", "企业科技创新服务中心", "王芳"] * 3)
    assert "<span>2026年<wbr>10月<wbr>31日前</span>" in written
    assert "<span>企业科<wbr>技创新<wbr>服务<wbr>中心</span>" in written
    assert "王芳</td>" in written and "王<" not in written, "what has room needs nothing"
    assert f">{SENTENCE}</td>" in written, "a sentence is parted anywhere"

"""The edge at which lines were broken, found by how wide they are."""

from store.reading.signs.line_ends import cells, with_ends
from store.reading.signs.lines import lines_of
from store.reading.signs.page_edge import NO_EDGE, Edge, edge_of


def edge(text: str) -> Edge:
    return edge_of(with_ends(lines_of(text), text.split("\n"), frozenset()))


def test_lines_cut_after_so_many_signs() -> None:
    found = edge(
        "各单位要把河湖清理作为一项重要任务,\n明确专人负责,逐条排查,逐项整改,确\n保按期完成。\n二、任务"
    )
    assert (found.at, found.is_exact) == (18, True)


def test_a_page_is_measured_in_cells() -> None:
    found = edge(
        "到2026年底,全市完成清淤120公里,加固堤防35公里,新\n建泵站3座,改造涵闸12处,治理面积达到250平方公里,其\n"
        "中城区段2026年6月30日前完工,乡镇段2026年10月31日前\n完工,全部工程通过验收。"
    )
    assert not found.is_exact
    assert found.at in range(48, 52)


def test_paragraphs_and_lists_have_none() -> None:
    assert edge("一、加强领导。\n各单位要明确专人负责,抓好落实。\n二、加强督查。") is NO_EDGE
    assert edge("市水务局\n市财政局\n市审计局\n市教育局") is NO_EDGE
    assert edge("") is NO_EDGE


def test_the_width_of_signs() -> None:
    assert cells("2026年“清河”") == 4 + 2 * 5

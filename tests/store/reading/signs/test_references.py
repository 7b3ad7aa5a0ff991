"""The document that a notice stands on, its annexes, headings, and the signature."""

from store.reading.signs.headings import heading_run, is_heading, plain
from store.reading.signs.lines import lines_of
from store.reading.signs.references import annex_list, basis_of
from store.reading.signs.signature import is_date, signature_of


def test_the_basis_with_a_number_goes_before_others() -> None:
    assert (
        basis_of("为贯彻《条例》,根据省水利厅《关于加强河湖管理的通知》(鄂水发〔2020〕12号)要求,制定本方案。")
        == "省水利厅《关于加强河湖管理的通知》(鄂水发〔2020〕12号)"
    )
    assert basis_of("根据《河道管理条例》,制定本方案。") == "《河道管理条例》"
    assert basis_of("现将《工作要点》印发给你们。") == ""


def test_annexes_from_the_list_under_the_text() -> None:
    lines = lines_of("附件:1.领导小组成员名单\n2.重点任务清单\n某某局\n3.别的事")
    assert annex_list(lines) == (("领导小组成员名单", "重点任务清单"), {0, 1})
    assert annex_list(lines_of("附件:考核指标")) == (("考核指标",), {0})


def test_the_signature_is_a_body_and_a_date() -> None:
    lines = lines_of("请认真贯彻执行。\n武汉市科技局\n2021年3月31日")
    assert signature_of(lines, set()) == ("武汉市科技局", "2021-03-31", [1, 2])
    assert signature_of(lines_of("市水务局 二〇二一年三月三十一日"), set()) == ("市水务局", "2021-03-31", [0])
    assert signature_of(lines_of("市水务局\n市财政局\n2021年3月31日"), set())[0] == "市水务局、市财政局"
    assert signature_of(lines_of("请于2021年3月31日"), set()) == ("", None, [])
    assert is_date("(2021年3月31日)")
    assert not is_date("市水务局2021年3月31日")


def test_a_heading_can_run_over_lines_and_ends_as_titles_do() -> None:
    lines = lines_of("市水务局\n2021年河湖工作要点\n一、清河")
    assert heading_run(lines, 0, 3) == 2
    assert heading_run(lines, 2, 3) == 2
    assert heading_run(lines_of("河长制领导小组\n成员名录"), 0, 2, ["河长制领导小组成员名录"]) == 2
    assert is_heading("重点任务清单")
    assert not is_heading("请认真贯彻执行。")
    assert plain("《关于…的 通知》") == plain("关于…的通知")

"""The document that a notice stands on, and its annexes."""

from store.reading.signs.lines import lines_of
from store.reading.signs.references import annex_list, basis_of


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

"""What a sentence gives to whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.reading.prose.assignments import Assignment, assignments_in

Sides = tuple[list[str], list[str]]


def clear(sentence: str) -> list[Assignment]:
    return [one for one in assignments_in(sentence) if one.strength in {"said", "dated"}]


def sides(sentence: str) -> list[Sides]:
    return [(list(one.owners.lead_units), list(one.owners.participant_units)) for one in clear(sentence)]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("由市档案馆牵头,市水务局、各区政府配合,建立台账。", [(["市档案馆"], ["市水务局", "各区政府"])]),
        ("由省教育厅、省财政厅等省级主管部门(单位)牵头完成,其他相关部门(单位)配合。", [(["省教育厅", "省财政厅"], ["其他相关部门(单位)"])]),
        ("科技局牵头建设创新平台,财政局配合。", [(["科技局"], ["财政局"])]),
        ("县卫健局牵头负责，县医保局予以支持，11月15日前完成核对。", [(["县卫健局"], ["县医保局"])]),
        ("该项工作由市教育局牵头,市财政局、市人社局按职责分工负责。", [(["市教育局"], ["市财政局", "市人社局"])]),
        ("市科技局、市经信局牵头,各县(市、区)人民政府具体实施。", [(["市科技局", "市经信局"], ["各县(市、区)人民政府"])]),
        ("请市水务局会同有关部门制定方案。", [(["市水务局"], ["有关部门"])]),
        ("由市工信局会同市发改委负责推进。", [(["市工信局"], ["市发改委"])]),
        ("市人社局要会同有关部门制定配套政策。", [(["市人社局"], ["有关部门"])]),
        ("请市教育局、市体育局商市财政局提出标准。", [(["市教育局", "市体育局"], ["市财政局"])]),
        ("请各县区结合实际制定办法。", [([], ["各县区"])]),
        ("《关于防灾的报告》已经市政府同意,请各区人民政府认真贯彻落实。", [([], ["各区人民政府"])]),
        ("如确有困难,请县农商银行给予支持。", [(["县农商银行"], [])]),
        ("请市财政局、市审计局等部门在6月底前完成核查。", [([], ["市财政局", "市审计局"])]),
        ("由市水务局、市财政局分别负责。", [([], ["市水务局", "市财政局"])]),
        ("公安部门负责维护考场秩序,卫生部门负责防疫。", [([], ["公安部门"]), ([], ["卫生部门"])]),
        ("县自然资源局负责监测;县住建局负责排查;县教育局负责校园安全。", [([], [name]) for name in ("县自然资源局", "县住建局", "县教育局")]),
        ("入围标准由联合采购办公室负责拟定。", [([], ["联合采购办公室"])]),
        ("由市采购事务管理所承担日常工作并负责具体实施。", [([], ["市采购事务管理所"])]),
        ("市发改委及市粮食局、市商务局按照各自职能分工,负责应急供应。", [([], ["市发改委", "市粮食局", "市商务局"])]),
        ("县应急局负责制定预案。", [([], ["县应急局"])]),
        ("公安部:负责维护治安秩序。", [([], ["公安部"])]),
        ("县公安局：维护治安秩序，打击犯罪。", [([], ["县公安局"])]),
        ("2019年3月底前,卫生部门推行统一编码。", [([], ["卫生部门"])]),
        ("2019年6月底前各省份要出台方案。", [([], ["各省份"])]),
        ("卫生部门于2019年12月底前完成分析。", [([], ["卫生部门"])]),
        ("各地于2019年11月底前完成清理。", [([], ["各地"])]),
        ("各村(社区)要在12月20日前完成归档。", [([], ["各村(社区)"])]),
        ("各医院对照指标,在9月底前,完成自查。", [([], ["各医院"])]),
        ("各学校应于9月10日前完成自查,各县区教育局于9月20日前完成核查。", [([], ["各学校"]), ([], ["各县区教育局"])]),
        ("责任单位县农业局,配合单位各乡镇,10月底前完成。", [([], ["县农业局", "各乡镇"])]),
    ],
)  # fmt: skip
def test_a_sentence_gives(sentence: str, said: list[Sides]) -> None:
    assert sides(sentence) == said


@pytest.mark.parametrize(
    "sentence",
    [
        "请各单位认真贯彻执行。",
        "请各地区、各部门结合实际,精心组织实施。",
        "请各单位知照。",
        "现将《方案》印发给你们,请各县区认真贯彻落实。",
        "申请财政部门审核。",
        "要做好牵头工作。",
        "由于历史原因,理由充分。",
        "建立统一台账。",
        "财政部门会同教育部门研究提出了办理意见。",
        "市应急局已会同市水务局完成排查。",
        "近年来,市教育局牵头开展了整治。",
        "今年以来,市教育局会同市公安局开展护学行动。",
        "2025年,市教育局牵头完成了改革任务。",
        "本预案由市应急局负责解释。",
        "本办法由市财政局会同市教育局负责解释。",
        "组长由市长担任,成员由市教育局、市财政局组成。",
        "办公室设在市水务局,由市水务局局长兼任主任,负责日常工作。",
        "工作专班由市发改委、市经信局抽调人员组成,负责日常调度。",
        "按照“谁主管、谁负责”的原则,各部门要落实责任。",
        "县人民政府对防汛全面负责的原则不变。",
        "国务院教育行政部门负责教育工作的统筹规划。",
        "各级党委和政府要高度重视,加强组织领导。",
        "各地可以指定机构,对医院实施考核。",
        "联系人:市教育局 张三。",
        "牵头单位要加强协调,相关部门要密切配合。",
    ],
)
def test_a_sentence_that_gives_nothing(sentence: str) -> None:
    assert clear(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("试点县要在2026年11月底前形成总结报告并报送省水利厅。", [([], ["试点县"])]),
        ("试点城市于11月底前将总结报送省民政厅。", [([], ["试点城市"])]),
        ("各示范园区应在10月底前完成自评。", [([], ["各示范园区"])]),
        ("各牵头单位于每月28日前将进展情况报县府办。", [([], ["各牵头单位"])]),
        ("各牽頭單位務於每月20日前將進展情況報送縣府辦。", [([], ["各牽頭單位"])]),
        ("各责任部门每季度末前将台账报市政府督查室。", [([], ["各责任部门"])]),
        ("班主任于9月3日前组织一次家长会。", [([], ["班主任"])]),
        ("各村党支部书记于3月5日前完成入户。", [([], ["各村党支部书记"])]),
        ("任课教师于8月25日前提交教学计划。", [([], ["任课教师"])]),
        ("社会团体于4—6月进行自查。", [([], ["社会团体"])]),
        ("行业协会于5月至7月开展自查自纠。", [([], ["行业协会"])]),
        ("登记管理机关在8月15日前提出意见。", [([], ["登记管理机关"])]),
        ("各试点县政府办公厅(室)对试点工作负总责。", [([], ["各试点县政府办公厅(室)"])]),
        ("县自然资源局负主体责任。", [([], ["县自然资源局"])]),
        ("各街道对辖区消防工作负总责,区消防救援大队负监管责任。", [([], ["各街道"]), ([], ["区消防救援大队"])]),
        ("县水利局为第一责任人。", [([], ["县水利局"])]),
        ("县农业农村局是农田建设的第一责任单位。", [([], ["县农业农村局"])]),
        ("市教育局为牵头单位。", [(["市教育局"], [])]),
        ("出国培训由省外办、省人社厅统一归口管理。", [([], ["省外办", "省人社厅"])]),
        ("专项行动由县公安局牵头,县交通局、县应急局组成。", [(["县公安局"], ["县交通局", "县应急局"])]),
        ("县交通局牵头,沿线各镇政府具体实施。", [(["县交通局"], ["沿线各镇政府"])]),
        ("县民政局负责,县残联协助。", [([], ["县民政局", "县残联"])]),
        ("县公安局、县交通局按职责分工负责,常年坚持。", [([], ["县公安局", "县交通局"])]),
        ("水利所和各村(社区)负责具体实施。", [([], ["水利所", "各村(社区)"])]),
        ("林业站及各行政村具体负责。", [([], ["林业站", "各行政村"])]),
        ("各小学由中心小学负责。", [([], ["中心小学"])]),
        ("镇督查组对各村整治情况进行检查验收。", [([], ["镇督查组"])]),
        ("市政府督查室跟踪督办,每周通报一次。", [([], ["市政府督查室"])]),
        ("有关部门要于9月底前完成系统对接,报国务院办公厅。", [([], ["有关部门"])]),
    ],
)  # fmt: skip
def test_bodies_by_their_part_and_words_for_answering(sentence: str, said: list[Sides]) -> None:
    assert sides(sentence) == said


@pytest.mark.parametrize(
    "sentence",
    [
        "校长全面负责学校教学和管理工作。",
        "教师承担教书育人的职责。",
        "项目法人对工程质量负总责的制度全面落实。",
        "市政府督查室定期督查的结果作为考核依据。",
        "督查组对各地进行了检查。",
        "考核组对申报单位进行评估后,提出意见。",
        "专家组由高校、科研院所组成。",
        "试点城市由3个增加到8个,7—9月游客增长20%。",
        "公安机关依法查处违法行为。",
    ],
)
def test_what_is_told_of_such_bodies_gives_nothing(sentence: str) -> None:
    assert clear(sentence) == []


def test_a_role_is_no_part_of_the_place_it_looks_after() -> None:
    assert all("对" not in name for _, names in sides("各级河长对所负责河湖的管理负总责。") for name in names)


def test_a_time_before_a_body_belongs_to_its_part() -> None:
    first, second = clear("每年2月底前各省份完成考核,3月底前,省卫生健康委完成分析。")
    assert (first.text, first.owners.deadline) == ("每年2月底前各省份完成考核", first.owners.deadline)
    assert second.text == "3月底前,省卫生健康委完成分析。"


def test_what_is_asked_for_may_bind_others() -> None:
    [one] = clear("请财政部在规定中明确,高校要简化手续。")
    assert one.owners.lead_units == ("财政部",) and one.text.endswith("简化手续。")


BODIES = st.sampled_from(
    [
        "市水务局",
        "市发展改革委",
        "县委组织部",
        "省卫生健康委",
        "市公安局交警支队",
        "国网清河供电公司",
        "县应急管理局",
    ]
)
DEEDS = st.sampled_from(["完善制度", "建立台账", "落实资金", "做好保障", "组织抽查", "制定方案"])
LISTS = st.lists(BODIES, min_size=1, max_size=3, unique=True)


@given(LISTS, LISTS, DEEDS, st.sampled_from(",\uff0c"), st.sampled_from(["配合", "参与", "协助", "予以支持"]))
def test_whoever_leads_and_takes_part_is_read(
    lead: list[str], others: list[str], deed: str, comma: str, word: str
) -> None:
    sentence = f"由{'、'.join(lead)}牵头{deed}{comma}{'、'.join(others)}{word}。"
    assert sides(sentence) == [(lead, [name for name in others if name not in lead])]


@given(LISTS, DEEDS, st.sampled_from(["{}负责{}", "{}具体承担{}任务", "由{}负责{}", "{}按职责分工负责{}"]))
def test_whoever_answers_is_read(names: list[str], deed: str, form: str) -> None:
    assert sides(form.format("、".join(names), deed) + "。") == [([], names)]


@given(st.text(alphabet="由请会同负责牵头,。;:()《》“”市水务局各县于6月底前要、和等部门", max_size=80))
def test_any_text_can_be_looked_at(sentence: str) -> None:
    for one in assignments_in(sentence):
        assert one.text in sentence or sentence.startswith(one.text[:1])


def test_each_piece_that_says_what_and_by_whom_stands_alone() -> None:
    sentence = "建设文化站,由文化科牵头,人事科配合;举办展会,由市场科负责;印发简报,由办公室负责,6月底前完成。"
    found = clear(sentence)
    assert sides(sentence) == [(["文化科"], ["人事科"]), ([], ["市场科"]), ([], ["办公室"])]
    assert [one.owners.deadline for one in found] == [None, None, "6月底前"]
    assert found[1].text == "举办展会,由市场科负责"


def test_a_piece_that_only_names_who_takes_part_goes_with_the_one_before() -> None:
    assert sides("由文化科牵头建设文化站;人事科配合。") == [(["文化科"], ["人事科"])]


def test_whoever_does_it_together_with_a_unit_named_by_its_work_leads() -> None:
    assert sides("网监处会同执法稽查处开展检查。") == [(["网监处"], ["执法稽查处"])]

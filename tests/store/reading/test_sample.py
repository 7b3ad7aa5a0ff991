"""The sample notice, against facts copied by hand from the notice."""

from typing import Any

import pytest

from data import sample_notice
from store.reading import as_json, read_notice

ROSTER = """
组长 盛继亮 局党组书记、局长 -
副组长 鲁文安 局党组成员、市纪委监委派驻局纪检监察组组长 -
副组长 王振旭 局党组成员、副局长 -
副组长 赵峰 局党组成员、副局长 -
副组长 徐涛 局党组成员、副局长 -
副组长 胡军 局党组成员、副局长 -
副组长 刘红 二级巡视员 -
成员 余文珠 一级调研员 -
成员 金开红 一级调研员 -
成员 陈建平 一级调研员、组织人事处处长 组织人事处
成员 阮聪 办公室主任 办公室
成员 郑雪 发展规划处副处长(主持工作) 发展规划处
成员 王建平 政策法制与创新体系建设处处长 政策法制与创新体系建设处
成员 彭华魁 高新技术处处长 高新技术处
成员 王琼姣 农村与社会发展处处长 农村与社会发展处
成员 刘维华 创新平台处处长 创新平台处
成员 程乐学 成果转化处处长 成果转化处
成员 黄静 科技合作处处长 科技合作处
成员 杨敏华 科技金融与财务处二级调研员(主持工作) 科技金融与财务处
成员 石俊马 直属机关党委专职副书记 直属机关党委
成员 胡远 武汉市科技发展促进中心主任 武汉市科技发展促进中心
成员 亓巍 武汉市科技项目管理服务中心主任 武汉市科技项目管理服务中心
成员 李少良 武汉市科技成果转化促进中心主任 武汉市科技成果转化促进中心
成员 郭峰 武汉市企业科技创新服务中心主任 武汉市企业科技创新服务中心
"""

UNITS = """
组织人事处 - division 陈建平
办公室 - division 阮聪
发展规划处 规划处 division 郑雪
政策法制与创新体系建设处 法制处 division 王建平
高新技术处 高新处 division 彭华魁
农村与社会发展处 农社处 division 王琼姣
创新平台处 平台处 division 刘维华
成果转化处 成果处 division 程乐学
科技合作处 合作处 division 黄静
科技金融与财务处 - division 杨敏华
直属机关党委 - division -
武汉市科技发展促进中心 - affiliated_agency 胡远
武汉市科技项目管理服务中心 项目中心 affiliated_agency 亓巍
武汉市科技成果转化促进中心 转化中心 affiliated_agency 李少良
武汉市企业科技创新服务中心 企业中心 affiliated_agency 郭峰
"""

ROWS = """
一、实施科技成果转化工程|成果处|胡军||
二、建设高质量孵化载体|平台处|刘红||
三、推进高效办成一件事|法制处|徐涛|合作处 成果处 企业中心 项目中心|王振旭 胡军 赵峰
三、推进高效办成一件事|法制处|徐涛|合作处 成果处 企业中心 项目中心|王振旭 胡军 赵峰
三、推进高效办成一件事|法制处|徐涛|合作处 成果处 企业中心 项目中心|王振旭 胡军 赵峰
三、推进高效办成一件事|法制处 转化中心|徐涛 胡军|合作处|王振旭
四、赋予科研机构和人员更大自主权|规划处|徐涛|成果处 高新处 平台处 农社处 项目中心|胡军 刘红 赵峰
五、加快科技诚信体系建设|法制处|徐涛|规划处 合作处 相关处室单位|相关分管领导
六、其他共性任务|相关处室及单位|相关分管领导||
"""


@pytest.fixture(scope="module")
def sample() -> dict[str, Any]:
    return as_json(read_notice(sample_notice(), "whkjj-2021.txt"))


def test_head(sample: dict[str, Any]) -> None:
    assert sample["title"] == "市科技局关于印发《2021年深化“放管服” 改革优化营商环境的工作要点》的通知"
    assert sample["document_number"] is None
    assert sample["issuer"] == "武汉市科学技术局"
    assert sample["issued_on"] == "2021-03-31"
    assert sample["addressees"] == "机关各处室、局属各单位"
    assert (
        sample["basis"] == "市营商办《关于印发〈2021年全市优化营商环境工作要点的通知〉》(武营商办〔2021〕1号)"
    )
    assert sample["annexes"] == [
        "市科技局深化“放管服”改革优化营商环境领导小组成员名单",
        "市科技局2021年深化“放管服”改革优化营商环境重点任务清单",
    ]


def test_work_points_keep_their_printed_numbers(sample: dict[str, Any]) -> None:
    sections = sample["work_points"]
    assert [(point["number"], point["heading"]) for point in sections] == [
        ("", "总体要求"),
        ("二、", "重点任务"),
        ("二、", "工作措施"),
    ]
    assert len(sections[0]["text"]) == 224
    assert [(point["number"], point["heading"]) for point in sections[1]["children"]] == [
        ("(一)", "实施科技成果转化工程"),
        ("(二)", "建设高质量孵化载体"),
        ("(三)", "推进高效办成一件事"),
        ("(四)", "赋予科研机构和人员更大自主权"),
        ("(五)", "加快科技诚信体系建设"),
        ("(六)", "其他共性任务"),
    ]
    assert [len(point["text"]) for point in sections[1]["children"]] == [71, 17, 129, 112, 83, 247]
    assert [point["heading"] for point in sections[2]["children"]] == [
        "强化组织领导",
        "强化联动推进",
        "强化宣传发动",
    ]


def test_rows(sample: dict[str, Any]) -> None:
    columns = ("lead_units", "lead_leaders", "participants", "participant_leaders")
    rows = [[task["item"], *(" ".join(task[column]) for column in columns)] for task in sample["tasks"]]
    assert rows == [line.split("|") for line in ROWS.strip().splitlines()]


def test_row_texts_are_whole(sample: dict[str, Any]) -> None:
    tasks = sample["tasks"]
    assert [len(task["number"] + task["text"]) for task in tasks] == [71, 17, 52, 13, 39, 33, 112, 111, 247]
    assert [task["number"] for task in tasks] == ["", "", "1.", "2.", "3.", "4.", "", "", ""]
    assert tasks[1]["text"] == "新增省级及以上众创孵化机构40家。"
    assert tasks[3]["text"] == "加快电子证照共享调用。"
    assert "“三项制度” 健全" in tasks[8]["text"]


def test_two_targets_and_no_deadline(sample: dict[str, Any]) -> None:
    assert [task["targets"] for task in sample["tasks"] if task["targets"]] == [
        ["新增省级及以上众创孵化机构40家"],
        ["实现“好差评”实名差评回访整改率达到100%"],
    ]
    assert {task["deadline"] for task in sample["tasks"]} == {None}


def test_only_the_row_with_unclear_columns_is_in_doubt(sample: dict[str, Any]) -> None:
    doubts = [[doubt["side"] for doubt in task["doubts"]] for task in sample["tasks"]]
    assert doubts == [[], [], [], [], [], [], [], [], ["lead"]]
    assert "4 格" in sample["tasks"][8]["doubts"][0]["reason"]


def test_labels_tell_two_columns_of_one_name_apart(sample: dict[str, Any]) -> None:
    assert sample["labels"] == ["事项", "重点任务", "牵头单位", "分管领导", "责任单位", "分管领导"]


def test_roster(sample: dict[str, Any]) -> None:
    found = [
        " ".join([person["role"], person["name"], person["post"], person["unit"] or "-"])
        for person in sample["roster"]
    ]
    assert found == ROSTER.strip().splitlines()


def test_units(sample: dict[str, Any]) -> None:
    found = [
        f"{unit['full_name']} {' '.join(unit['aliases']) or '-'} {unit['kind']} {unit['head'] or '-'}"
        for unit in sample["units"]
    ]
    assert found == UNITS.strip().splitlines()


def test_acting_heads() -> None:
    units = read_notice(sample_notice()).units
    assert [unit.full_name for unit in units if unit.acting] == ["发展规划处", "科技金融与财务处"]


def test_collectives_and_group(sample: dict[str, Any]) -> None:
    assert sample["collectives"] == ["相关处室单位", "相关处室及单位", "相关分管领导"]
    assert sample["group"] == "市科技局深化“放管服”改革优化营商环境领导小组"
    assert sample["group_office"] == {"unit": "政策法制与创新体系建设处", "director": "王建平"}


def test_findings(sample: dict[str, Any]) -> None:
    assert [(finding["code"], finding["line"]) for finding in sample["findings"]] == [
        ("R05", 1),
        ("R03", 3),
        ("R01", 8),
        ("R02", 17),
        ("R05", 68),
        ("R06", 68),
    ]


def test_nothing_is_unread(sample: dict[str, Any]) -> None:
    assert sample["unread"] == []


def test_parts_know_their_lines() -> None:
    reading = read_notice(sample_notice())
    assert [row.source for row in reading.rows] == [
        (54, 54),
        (55, 55),
        (56, 59),
        (60, 60),
        (61, 61),
        (62, 62),
        (63, 66),
        (67, 67),
        (68, 68),
    ]
    assert [member.source for member in reading.roster] == [(line, line) for line in range(26, 50)]
    assert [section.source for section in reading.work_points] == [(8, 9), (10, 16), (17, 20)]


FOREIGN = [
    "请各单位于4月15日前报送联络员名单。",
    "(联系人:丁某,电话:12345678)",
    "以下内容由办公室解释",
    "七、补充说明",
    "注:本表自印发之日起执行,由科技合作处负责解释。",
    "张某某",
]


@pytest.mark.parametrize("words", FOREIGN)
@pytest.mark.parametrize("line", [26, 55, 56, 60, 61, 63, 67, 69], ids=lambda line: f"as line {line}")
def test_a_foreign_paragraph_is_shown_and_changes_nothing(
    sample: dict[str, Any], words: str, line: int
) -> None:
    lines = sample_notice().decode().split("\n")
    lines.insert(line - 1, words)
    read = as_json(read_notice("\n".join(lines).encode()))
    assert [(one["line"], one["text"]) for one in read["unread"]] == [(line, words)]
    for part in set(sample) - {"unread", "findings"}:
        assert read[part] == sample[part]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_encodings_and_line_ends_change_nothing(sample: dict[str, Any], encoding: str, line_end: str) -> None:
    text = sample_notice().decode().replace("\n", line_end)
    assert as_json(read_notice(text.encode(encoding))) == sample


def test_full_width_signs_change_no_fact(sample: dict[str, Any]) -> None:
    wide = str.maketrans(",;:()|", "\uff0c\uff1b\uff1a\uff08\uff09\uff5c")
    read = as_json(read_notice(sample_notice().decode().translate(wide).encode()))
    for part in ("issued_on", "labels", "group", "group_office", "unread", "collectives"):
        assert read[part] == sample[part]
    assert [task["participants"] for task in read["tasks"]] == [
        task["participants"] for task in sample["tasks"]
    ]
    assert [person["name"] for person in read["roster"]] == [person["name"] for person in sample["roster"]]
    assert [unit["head"] for unit in read["units"]] == [unit["head"] for unit in sample["units"]]

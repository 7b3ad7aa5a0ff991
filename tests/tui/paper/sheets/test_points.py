"""工作要点 as text: the points as printed, under each its rows with who leads them."""

from store.records.changes import created, updated
from store.records.notice import WorkPoint
from store.records.tasklist import TaskList
from tests.sample import sample_list
from tui.paper.sheets.points import points_sheets


def lines(tasks: TaskList) -> list[str]:
    (sheet,) = points_sheets(tasks)
    return [paragraph.text for paragraph in sheet.text]


def test_it_is_called_as_the_notice_calls_it() -> None:
    tasks = sample_list()
    (sheet,) = points_sheets(tasks)
    assert sheet.title == "2021年深化“放管服” 改革优化营商环境的工作要点"
    tasks.apply(updated(tasks.notice, title="关于做好今年工作的通知"))
    (sheet,) = points_sheets(tasks)
    assert sheet.title == "工作要点"


def test_each_point_stands_once_in_its_order_with_its_text() -> None:
    tasks = sample_list()
    said = lines(tasks)
    headings = [
        "二、重点任务",
        "(一)实施科技成果转化工程",
        "(六)其他共性任务",
        "二、工作措施",
        "(三)强化宣传发动",
    ]
    places = [said.index(f"{heading}") for heading in headings]
    assert places == sorted(places)
    for point in tasks.all_of(WorkPoint):
        text = "".join(said)
        assert text.count(point.text) == 1 or not point.text


def test_headings_are_set_by_their_level_and_kept_with_what_follows() -> None:
    (sheet,) = points_sheets(sample_list())
    found = {paragraph.text: paragraph for paragraph in sheet.text}
    section, point = found["二、重点任务"], found["(二)建设高质量孵化载体"]
    assert (section.style, point.style) == ("heading", "subheading")
    assert section.keep and point.keep
    assert found["（第 2 行：平台处牵头，刘红分管）"].style == "body"


def test_under_a_point_stand_its_rows_with_who_leads_them() -> None:
    said = lines(sample_list())
    begun = said.index("(三)推进高效办成一件事")
    assert said[begun + 2 : begun + 5] == [
        "（第 3.1–3.3 行：法制处牵头，徐涛分管）",
        "（第 3.4 行：法制处、转化中心牵头，徐涛、胡军分管）",
        "(四)赋予科研机构和人员更大自主权",
    ]
    assert sum("牵头，" in line for line in said) == 7


def test_a_row_without_a_lead_says_so_and_an_item_of_no_point_is_kept() -> None:
    tasks = sample_list()
    first = tasks.items[0]
    tasks.apply(updated(first, work_point=None))
    tasks.apply(updated(tasks.task(tasks.task_keys[0]), lead_units=(), lead_leaders=()))
    said = lines(tasks)
    assert said[-3:] == [
        "未列入要点的事项",
        f"{first.title}",
        "（第 1 行：牵头单位未写明，分管领导未写明）",
    ]


def test_a_text_of_several_paragraphs_stands_in_as_many() -> None:
    tasks = TaskList()
    tasks.apply(
        [created(WorkPoint("p", order="1", number="一、", heading="总体要求", text="第一段。\n第二段。"))]
    )
    assert lines(tasks) == ["一、总体要求", "第一段。", "第二段。"]


def test_without_points_there_is_no_sheet() -> None:
    assert points_sheets(TaskList()) == []

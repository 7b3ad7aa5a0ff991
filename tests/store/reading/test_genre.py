"""The genre's regularities, one a test, on notices made up for it."""

from typing import Any

from store.reading import as_json, read_notice


def read(text: str) -> dict[str, Any]:
    return as_json(read_notice(text.encode(), "notice.txt"))


def owners(text: str, of: str = "tasks") -> list[tuple[list[str], list[str]]]:
    return [(task["lead_units"], task["participants"]) for task in read(text)[of]]


HEAD = "关于做好河湖清理工作的通知\n各区水务局:\n"


def test_a_sentence_asks_one_body_or_several() -> None:
    text = (
        HEAD
        + "一、清理河道\n要摸清底数。请市水务局会同有关部门制定方案。请市财政局、市审计局等部门在6月底前完成核查。\n"
        "二、建立台账\n由市档案馆牵头,市水务局、各区政府配合,建立统一台账。\n三、其他\n请认真贯彻执行。请各单位抓好落实。\n"
    )
    assert owners(text, "proposed_tasks") == [
        (["市水务局"], ["有关部门"]),
        ([], ["市财政局", "市审计局"]),
        (["市档案馆"], ["市水务局", "各区政府"]),
    ]
    tasks = read(text)["proposed_tasks"]
    assert [task["deadline"] for task in tasks] == [None, "6月底前", None]
    assert tasks[0]["item"] == "一、清理河道"


def test_a_deadline_for_all_of_the_above() -> None:
    text = (
        HEAD
        + "一、修订制度\n各区、各街道要修订巡查制度。各河道所、智库和其他承担巡查任务的单位要建立台账。以上工作要在2022年5月底前完成。\n"
    )
    assert owners(text, "proposed_tasks") == [
        ([], ["各区", "各街道"]),
        ([], ["各河道所、智库和其他承担巡查任务的单位"]),
    ]
    assert {task["deadline"] for task in read(text)["proposed_tasks"]} == {"2022年5月底前"}


def test_a_sentence_that_names_no_body_is_no_task() -> None:
    text = (
        HEAD
        + "一、总体要求\n由项目承担单位自主决定,申请财政部门审核。由于历史原因,理由充分。要继续做好牵头工作。\n"
    )
    assert owners(text) == owners(text, "proposed_tasks") == []


def test_everything_on_one_line() -> None:
    text = (
        "清溪县河湖问题整改清单一、巡查不到位(一)个别河段无人巡查。整改目标:巡查率达到90%以上。责任单位:县水务局、县财政局,各镇党委和政府"
        "责任人:县水务局、县财政局主要负责人整改时限:立行立改整改措施:1.落实巡查制度。2.加强培训。(二)台账不完整。责任单位:县档案馆"
        "责任人:县档案馆主要负责人整改时限:2022年6月底前"
    )
    found = read(text)
    assert [point["number"] for point in found["work_points"]] == ["一、"]
    assert [(task["number"], task["text"], task["deadline"]) for task in found["tasks"]] == [
        ("(一)", "个别河段无人巡查。", "立行立改"),
        ("(二)", "台账不完整。", "2022年6月底前"),
    ]
    assert owners(text) == [([], ["县水务局", "县财政局", "各镇党委和政府"]), ([], ["县档案馆"])]
    assert [task["participant_leaders"] for task in found["tasks"]] == [
        ["县水务局、县财政局主要负责人"],
        ["县档案馆主要负责人"],
    ]
    assert read_notice(text.encode()).rows[0].remark == "整改措施:1.落实巡查制度。2.加强培训"


def test_numbers_in_a_long_sentence_are_no_points() -> None:
    line = (
        "一、落实制度。按照前款(一)、(二)项和第(三)项的规定,在第一、二季度分别报送,并将二、三产业的数据一并纳入统计范围,"
        "由各区汇总后统一上报备案。"
    )
    assert len(read(HEAD + line)["work_points"]) == 1


def test_two_collectives_joined_by_a_word() -> None:
    text = (
        HEAD
        + "一、清理\n1.清理河道。(市水务局牵头,市级各有关部门及各县市区政府配合)\n2.清理湖泊。(文化和旅游部、卫生健康委和生态环境部负责)\n"
    )
    assert owners(text) == [
        (["市水务局"], ["市级各有关部门", "各县市区政府"]),
        ([], ["文化和旅游部", "卫生健康委", "生态环境部"]),
    ]


def test_an_annex_with_its_title_on_one_line() -> None:
    text = (
        HEAD + "请认真执行。\n附件:1.成员名单\n2.任务清单\n某市水务局\n2022年3月1日\n"
        "附件1:成员名单\n组长:高山 局长\n附件2:任务清单\n一、清理河道(市水务局负责)\n"
    )
    found = read(text)
    assert found["annexes"] == ["成员名单", "任务清单"]
    assert [person["name"] for person in found["roster"]] == ["高山"]
    assert owners(text) == [([], ["市水务局"])]
    assert found["unread"] == []


def test_category_rows_are_items_and_no_sections() -> None:
    bars = "重点任务清单\n序号 | 任务 | 牵头单位 |\n一、河道 | | |\n3 | 清理河道。 | 市水务局 |\n二、湖泊 |\n5 | 清理湖泊。 | 市园林局 |\n"
    for text in (bars, bars.replace(" | | |", "").replace(" |\n", "\n").replace(" | ", "\n")):
        found = read(text)
        assert [(task["item"], task["number"], task["text"]) for task in found["tasks"]] == [
            ("一、河道", "3", "清理河道。"),
            ("二、湖泊", "5", "清理湖泊。"),
        ]
        assert owners(text) == [(["市水务局"], []), (["市园林局"], [])]
        assert found["work_points"] == [] and found["unread"] == []


def test_rows_parted_by_single_blanks() -> None:
    text = (
        "重点任务清单\n序号 任务 牵头单位 责任单位 完成时限\n1 清理河道。 建立台账。 市水务局 市财政局、各区政府 6月底前\n"
        "2 清理湖泊。 市园林局 市财政局 年底前\n"
    )
    assert owners(text) == [(["市水务局"], ["市财政局", "各区政府"]), (["市园林局"], ["市财政局"])]
    assert [task["text"] for task in read(text)["tasks"]] == ["清理河道。 建立台账。", "清理湖泊。"]


def test_a_second_table_has_its_own_columns() -> None:
    text = (
        "重点任务清单\n任务 | 牵头单位 | 责任单位 |\n清理河道。 | 市水务局 | 市财政局 |\n"
        "序号 | 责任单位 | 工作内容 | 完成时限 |\n1 | 市档案馆 | 建立台账。 | 6月底前 |\n"
        "序号 | 责任单位 | 工作内容 | 完成时限 |\n2 | 市审计局 | 核查。 | 年底 |\n"
    )
    assert owners(text) == [(["市水务局"], ["市财政局"]), ([], ["市档案馆"]), ([], ["市审计局"])]
    assert read(text)["unread"] == []


def test_an_annex_list_under_its_word() -> None:
    text = (
        HEAD
        + "请认真执行。\n附件:\n1.成员名单\n2.任务清单\n某市水务局\n2022年3月1日\n附件1\n成员名单\n组长:高山 局长\n"
    )
    found = read(text)
    assert found["annexes"] == ["成员名单", "任务清单"]
    assert found["issued_on"] == "2022-03-01"
    assert found["unread"] == []


def test_articles_hold_what_is_numbered_in_brackets_and_circles() -> None:
    text = (
        "河湖清理工作要点\n第一章 总则\n第一条 清理河道。(市水务局牵头,市财政局配合)\n第二条 开展宣传。(市档案馆牵头)\n"
        "(一)办好宣传周。\n①印发材料。\n②组织活动。\n第三条 建立台账。(市审计局牵头)\n第二章 附则\n"
    )
    found = read(text)
    first, last = found["work_points"]
    assert [first["number"], last["number"]] == ["第一章", "第二章"]
    assert [article["number"] for article in first["children"]] == ["第一条", "第二条", "第三条"]
    (week,) = first["children"][1]["children"]
    assert [week["number"], *(step["number"] for step in week["children"])] == ["(一)", "①", "②"]
    assert [task["number"] for task in found["tasks"]] == ["第一条", "第二条", "第三条"]
    assert owners(text) == [(["市水务局"], ["市财政局"]), (["市档案馆"], []), (["市审计局"], [])]


def test_a_post_without_office_is_no_part_of_a_unit() -> None:
    text = "河湖清理工作领导小组成员名单\n组 长:高 山 市水务局局长\n成 员:江 河 宣传处干部\n林 海 市档案馆工作人员\n李小明 组织部二级专员\n"
    assert [(entry["name"], entry["unit"]) for entry in read(text)["roster"]] == [
        ("高山", "市水务局"),
        ("江河", "宣传处"),
        ("林海", "市档案馆"),
        ("李小明", "组织部"),
    ]

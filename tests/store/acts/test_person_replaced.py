"""People: fields, rank, leaving, and one replacing another in one act."""

import pytest

from store.acts.handover import Handover
from store.acts.handover_plans import keep_plan, plans
from store.acts.person_replaced import Succession, new_successor, post_to_be, succession_preview
from store.acts.resolving import leader_named, one_unit_named, person_named
from store.acts.roster import move_person, new_person, rename_person, set_entry, set_group_office
from store.acts.settling import settle
from store.portfolio.standings import settled_pairs, standings
from store.records.changes import created
from store.records.kept import Plan
from store.records.keys import new_key
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.refused import Refused
from tests.sample import sample_list


@pytest.fixture
def sample() -> TaskList:
    return sample_list()


def entry(tasks: TaskList, name: str) -> RosterEntry:
    person = person_named(tasks, name).key
    return next(one for one in tasks.entries if one.person == person)


def names(tasks: TaskList) -> list[str]:
    return [tasks.person_name(one.person) for one in tasks.roster]


def leaders(tasks: TaskList, row: str, side: str) -> str:
    return " ".join(
        mention.wording for mention in getattr(tasks.task(tasks.rows_named(row)[0]), f"{side}_leaders")
    )


# ---------------------------------------------------------------------- replacing


def test_wang_leaves_the_legal_division(sample: TaskList) -> None:
    """Section 9: 0 rows; roster line 38 and the head of the group's office."""
    old = entry(sample, "王建平")
    assert old.source == (38, 38) or old.source == (38,)
    preview = succession_preview(
        sample, Succession(old.key, new_successor("李明"), effective_on="2021-06-01", basis="任免通知")
    )
    assert preview.rows == () and preview.questions == ()
    assert "名册新增：李明 成员 政策法制与创新体系建设处处长" in preview.others
    assert "通知的办公室主任：王建平 → 李明" in preview.others
    assert "单位“政策法制与创新体系建设处”的负责人：王建平 → 李明" in preview.others
    change = preview.change(sample)
    assert (change.title, change.effective_on, change.basis) == (
        "人员接替：王建平由李明接替",
        "2021-06-01",
        "任免通知",
    )
    before = names(sample)
    sample.apply(change.edits)
    assert names(sample) == [name if name != "王建平" else "李明" for name in before]
    line = entry(sample, "李明")
    assert (line.post, line.role, line.entered_on) == ("政策法制与创新体系建设处处长", "成员", "2021-06-01")
    assert sample.unit_name(line.unit) == "政策法制与创新体系建设处"
    assert sample.person_name(sample.notice.group_office_director) == "李明"
    left = entry(sample, "王建平")
    assert (left.key, left.left_on, left.post) == (old.key, "2021-06-01", "政策法制与创新体系建设处处长")
    sample.apply(edit.inverted() for edit in reversed(change.edits))
    assert names(sample) == before


def test_a_leader_in_charge_hands_all_his_rows_on(sample: TaskList) -> None:
    hu = person_named(sample, "胡军").key
    sample.apply(settle(sample, one_unit_named(sample, "企业中心").key, hu).edits)
    preview = succession_preview(sample, Succession(entry(sample, "胡军").key, new_successor("钱进")))
    assert [sample.row_name(row.row) for row in preview.rows] == ["1", "3.1", "3.2", "3.3", "3.4", "4"]
    sample.apply(preview.change(sample).edits)
    assert sample.rows_naming(hu) == ()
    assert leaders(sample, "3.1", "participant") == "王振旭 钱进 赵峰"
    assert leaders(sample, "3.4", "lead") == "徐涛 钱进"
    charge = {
        sample.wording_of(unit)
        for unit, one in standings(sample).items()
        if one.leader and sample.person_name(one.leader) == "钱进"
    }
    assert charge == {"成果处", "转化中心", "企业中心"}
    assert all(pair.leader != hu for pair in settled_pairs(sample).values())


def test_one_who_is_on_the_roster_already_keeps_a_higher_line(sample: TaskList) -> None:
    """赵峰 stands above 胡军: he keeps his line and takes the rows, once in each cell."""
    before = names(sample)
    preview = succession_preview(sample, Succession(entry(sample, "胡军").key, person_named(sample, "赵峰")))
    sample.apply(preview.change(sample).edits)
    assert names(sample) == [name for name in before if name != "胡军"]
    assert entry(sample, "赵峰").post == "局党组成员、副局长"
    assert leaders(sample, "3.1", "participant") == "王振旭 赵峰"


def test_one_from_below_moves_up_into_the_place(sample: TaskList) -> None:
    before = names(sample)
    preview = succession_preview(
        sample, Succession(entry(sample, "刘红").key, person_named(sample, "郭峰"), post="副局长")
    )
    sample.apply(preview.change(sample).edits)
    assert names(sample) == [name if name != "刘红" else "郭峰" for name in before if name != "郭峰"]
    assert (entry(sample, "郭峰").role, entry(sample, "郭峰").post) == ("副组长", "副局长")


def test_an_acting_post_makes_an_acting_head(sample: TaskList) -> None:
    sample.apply(
        succession_preview(sample, Succession(entry(sample, "郑雪").key, new_successor("李明")))
        .change(sample)
        .edits
    )
    planning = one_unit_named(sample, "规划处")
    assert (sample.person_name(planning.head), planning.acting) == ("李明", True)
    done = succession_preview(
        sample, Succession(entry(sample, "李明").key, new_successor("孙悦"), post="发展规划处处长")
    )
    sample.apply(done.change(sample).edits)
    assert not sample.get(Unit, planning.key).acting


def test_a_handover_dated_ahead_goes_to_the_successor(sample: TaskList) -> None:
    hu, zhao = person_named(sample, "胡军").key, person_named(sample, "赵峰").key
    sample.apply(
        keep_plan(sample, Handover(hu, zhao, (one_unit_named(sample, "成果处").key,), "2099-01-01"), {}).edits
    )
    sample.apply(
        succession_preview(sample, Succession(entry(sample, "赵峰").key, new_successor("钱进")))
        .change(sample)
        .edits
    )
    (plan,) = plans(sample)
    assert isinstance(plan, Plan) and sample.person_name(plan.to_leader) == "钱进"


def test_what_makes_no_sense_is_refused(sample: TaskList) -> None:
    with pytest.raises(Refused, match="就是胡军本人"):
        succession_preview(sample, Succession(entry(sample, "胡军").key, person_named(sample, "胡军")))
    with pytest.raises(Refused, match="不能为空"):
        new_successor("")
    old = entry(sample, "王建平").key
    sample.apply(
        succession_preview(sample, Succession(old, new_successor("李明"), effective_on="2021-06-01"))
        .change(sample)
        .edits
    )
    with pytest.raises(Refused, match="已于 2021-06-01 离开"):
        succession_preview(sample, Succession(old, new_successor("孙悦")))


# ---------------------------------------------------------------------- one line of the roster


def test_rank_is_data(sample: TaskList) -> None:
    before = names(sample)
    sample.apply(move_person(sample, entry(sample, "胡军").key, -1).edits)
    index = before.index("胡军")
    assert names(sample)[index - 1 : index + 1] == ["胡军", "徐涛"]
    sample.apply(move_person(sample, entry(sample, "胡军").key, 1).edits)
    assert names(sample) == before
    with pytest.raises(Refused, match="已排在最前"):
        move_person(sample, entry(sample, "盛继亮").key, -1)
    with pytest.raises(Refused, match="已排在最后"):
        move_person(sample, entry(sample, "郭峰").key, 1)


def test_rank_passes_by_those_who_left(sample: TaskList) -> None:
    sample.apply(
        succession_preview(sample, Succession(entry(sample, "王建平").key, new_successor("李明")))
        .change(sample)
        .edits
    )
    for step, neighbour in ((-1, "郑雪"), (1, "郑雪"), (1, "彭华魁")):
        at = names(sample).index("李明")
        assert names(sample)[at + step] == neighbour
        sample.apply(move_person(sample, entry(sample, "李明").key, step).edits)
        assert names(sample)[at + step] == "李明"


def test_leaving_without_a_successor(sample: TaskList) -> None:
    with pytest.raises(Refused, match=r"第 1、3\.1、3\.2、3\.3、3\.4、4 行仍由胡军分管。请用“人员接替”"):
        set_entry(sample, entry(sample, "胡军"), left_on="2021-06-01")
    sample.apply(set_entry(sample, entry(sample, "王建平"), left_on="2021-06-01").edits)
    assert "王建平" not in names(sample)
    assert sample.notice.group_office_director is None
    assert one_unit_named(sample, "法制处").head is None
    with pytest.raises(Refused, match="早于进入日期"):
        set_entry(sample, entry(sample, "郑雪"), entered_on="2021-06-02", left_on="2021-06-01")
    with pytest.raises(Refused, match="已不在清单中"):
        set_entry(sample, entry(sample, "郑雪"), unit="nothing")


def test_a_day_ahead_does_not_empty_the_line_yet(sample: TaskList) -> None:
    sample.apply(set_entry(sample, entry(sample, "余文珠"), left_on="2099-01-01").edits)
    assert "余文珠" in names(sample)


def test_the_group_office_is_edited(sample: TaskList) -> None:
    seat, director = one_unit_named(sample, "办公室").key, person_named(sample, "阮聪").key
    sample.apply(set_group_office(sample, group_office_unit=seat).edits)
    sample.apply(set_group_office(sample, group_office_director=director).edits)
    assert (sample.notice.group_office_unit, sample.notice.group_office_director) == (seat, director)
    with pytest.raises(Refused):
        set_group_office(sample, group_office_unit=director)
    with pytest.raises(Refused, match="没有通知"):
        set_group_office(TaskList(), group_office_unit=None)


# ---------------------------------------------------------------------- names


def test_two_of_one_name_are_told_apart_by_post(sample: TaskList) -> None:
    change, key = new_person(sample, "王 建平", entry(sample, "郭峰").key)
    sample.apply(change.edits)
    sample.apply(set_entry(sample, sample.get(RosterEntry, key), post="三级调研员").edits)
    with pytest.raises(Refused) as refusal:
        leader_named(sample, "王建平")
    assert "2 人叫“王建平”" in str(refusal.value) and "三级调研员" in str(refusal.value)
    assert person_named(sample, "王建平(三级调研员)").key == sample.get(RosterEntry, key).person
    assert person_named(sample, "王建平(处长)").key == sample.notice.group_office_director
    with pytest.raises(Refused):
        leader_named(sample, "王建平(局长)")


def test_a_misspelt_name_is_put_right_once(sample: TaskList) -> None:
    change = rename_person(sample, person_named(sample, "胡军"), "胡 君")
    sample.apply(change.edits)
    assert leaders(sample, "3.4", "lead") == "徐涛 胡君"
    assert "胡军" in sample.notice.source_text.replace(" ", "")
    sample.apply((created(Person(new_key(), name="胡军")),))
    assert person_named(sample, "胡军").key != person_named(sample, "胡君").key


def test_the_post_proposed_is_the_leavers_unless_the_successor_ranks_higher(sample: TaskList) -> None:
    leaver = entry(sample, "胡军")
    assert post_to_be(sample, leaver, new_successor(" 钱 进 ")) == leaver.post
    assert post_to_be(sample, leaver, person_named(sample, "黄静")) == leaver.post
    assert post_to_be(sample, entry(sample, "黄静"), person_named(sample, "胡军")) == leaver.post


def test_a_successors_name_is_not_empty_and_has_no_padding() -> None:
    assert new_successor("钱　进").name == "钱进"
    with pytest.raises(Refused, match="姓名不能为空"):
        new_successor("　 ")

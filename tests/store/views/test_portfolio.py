"""Who has which unit, and handovers dated ahead, as JSON."""

from store.acts.handover import Handover
from store.acts.handover_plans import keep_plan
from store.acts.resolving import one_unit_named, person_named
from store.views.portfolio import plans_view, portfolio_view
from tests.sample import sample_list


def test_each_unit_with_its_grade_and_who_it_may_be() -> None:
    found = {one["unit"]: one for one in portfolio_view(sample_list())}
    assert (found["成果处"]["grade"], found["成果处"]["leader"]) == ("certain", "胡军")
    center = found["企业中心"]
    assert (center["grade"], center["leader"], set(center["candidates"])) == ("open", None, {"胡军", "赵峰"})
    assert center["rows"] == ["3.1", "3.2", "3.3"]
    assert center["ground"] == "通知第 3.1–3.3 行，原文第 56–61 行"
    assert found["办公室"]["ground"] == ""


def test_a_plan_is_due_on_its_day() -> None:
    tasks = sample_list()
    giver, taker = person_named(tasks, "胡军"), person_named(tasks, "刘红")
    unit = one_unit_named(tasks, "成果处")
    handover = Handover(giver.key, taker.key, (unit.key,), "2021-06-01", "会议纪要")
    tasks.apply(keep_plan(tasks, handover, {}).edits)
    (plan,) = plans_view(tasks, "2021-05-31")
    assert (plan["number"], plan["from_leader"], plan["to_leader"]) == (1, "胡军", "刘红")
    assert (plan["units"], plan["basis"], plan["due"]) == (["成果处"], "会议纪要", False)
    (plan,) = plans_view(tasks, "2021-06-01")
    assert plan["due"] is True

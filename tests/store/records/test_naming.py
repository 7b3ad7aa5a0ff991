"""What a unit or person is found by."""

from store.records.naming import names_of_person, names_of_unit, unit_label
from tests.sample import sample_list


def test_a_unit_is_found_by_what_the_list_prints_before_its_full_name() -> None:
    tasks = sample_list()
    units = {unit.full_name: unit for unit in tasks.units}
    names = names_of_unit(tasks, units["发展规划处"])
    assert (names.shown, names.others, names.used) == ("规划处", ("发展规划处",), True)
    assert unit_label(tasks, units["发展规划处"]) == "规划处（发展规划处）"
    unnamed = names_of_unit(tasks, units["组织人事处"])
    assert (unnamed.shown, unnamed.used) == ("组织人事处", False)


def test_a_person_is_found_by_name_and_is_in_use_where_a_row_names_him() -> None:
    tasks = sample_list()
    used = {name: names_of_person(tasks, tasks.people_named(name)[0].key).used for name in ("徐涛", "盛继亮")}
    assert used == {"徐涛": True, "盛继亮": False}

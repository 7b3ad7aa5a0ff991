"""Where a person is reached: two fields of his that need not be filled, and are written where they are."""

import json
from pathlib import Path

from store.acts.roster import set_contact
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.records.fields import names_for
from store.records.person import Person
from tests.made_before import made_lists
from tests.sample import sample_change
from tests.store.small_list import undo


def test_a_person_of_whom_nothing_is_known_is_written_as_before() -> None:
    assert Person("person000001", "徐涛").to_doc() == {"key": "person000001", "name": "徐涛"}
    known = Person("person000001", "徐涛", "65692166")
    assert known.to_doc() == {"key": "person000001", "name": "徐涛", "phone": "65692166"}
    assert Person.from_doc(known.to_doc()) == known


def test_lists_of_before_say_nothing_of_it() -> None:
    for made in made_lists():
        for person in json.loads(made.read_text("utf-8")).get("people", {}).values():
            assert not person.keys() & set(names_for(Person, "card"))


def test_it_is_kept_in_the_file_and_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "清单.json"
    with TaskFile.create(path, sample_change()) as file:
        person = file.tasks.people_named("徐涛")[0]
        change = file.commit(set_contact(file.tasks, person, phone="65692166", office="512 室"))
        assert change.title == "“徐涛”的电话等 2 处：（空） → 65692166"
    assert verify(path).whole
    with TaskFile.open(path) as file:
        assert file.tasks.get(Person, person.key).phone == "65692166"
        undo(file)
        assert file.tasks.get(Person, person.key) == person
    assert "65692166" not in json.dumps(json.loads(path.read_text("utf-8"))["people"], ensure_ascii=False)

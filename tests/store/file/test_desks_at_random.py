"""Desks that do at random what a clerk can do, on real files: set, replaying and disk say the same."""

import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.history.evaluation import evaluated
from store.history.lineage import Lineage
from store.history.restoration import restoring_edits
from store.history.undoing import redo_change, undo_change
from store.records.changes import Address, Change, Edit, History, created, deleted, updated
from store.records.conflicts import Conflict
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import SIDES, Doubt, Mention
from store.refused import Refused
from tests.examples import most
from tests.store.file.two_desks import differing, meet, orders, reopened, take_in, two_desks
from tests.store.small_list import UNITS, new_file

SEEDS = st.integers(0, 10**9)


class Clerk:
    """Somebody who does at random what can be done to a list."""

    def __init__(self, file: TaskFile, dice: random.Random) -> None:
        self.file = file
        self.dice = dice

    def act(self) -> None:
        """Do one thing, or find it refused."""
        acts = (self.edit, self.edit, self.edit, self.twice, self.undo, self.undo, self.redo, self.add)
        further = (self.take_out, self.restore, self.decide, self.mention, self.doubt)
        change = self.dice.choice((*acts, *further))()
        if change is None or not change.edits:
            return
        try:
            self.file.commit(change)
        except Refused as refusal:
            assert "定夺" in str(refusal) or "没有变化" in str(refusal), refusal

    def row(self) -> Task | None:
        keys = self.file.tasks.task_keys
        return self.file.tasks.task(self.dice.choice(keys)) if keys else None

    def edit(self) -> Change | None:
        row = self.row()
        field = self.dice.choice(("remark", "text", "deadline"))
        value = self.dice.choice("甲乙丙丁")
        return Change("改", tuple(updated(row, **{field: value}))) if row else None

    def twice(self) -> Change | None:
        """Write one field twice in a change."""
        row = self.row()
        if row is None:
            return None
        first, last = self.dice.sample("子丑寅", 2)
        edits = (
            Edit("tasks", row.key, "remark", row.remark, first),
            Edit("tasks", row.key, "remark", first, last),
        )
        return Change("改两次", edits)

    def mention(self) -> Change | None:
        row = self.row()
        unit = self.dice.choice(UNITS)
        units = (Mention(unit.key, unit.full_name),)
        return Change("改牵头", tuple(updated(row, lead_units=units))) if row else None

    def doubt(self) -> Change | None:
        row = self.row()
        side = self.dice.choice(SIDES)
        doubts = (Doubt(side, self.dice.choice("疑惑")),)
        return Change("存疑", tuple(updated(row, doubts=doubts))) if row else None

    def add(self) -> Change:
        key = f"new{self.dice.getrandbits(40):09x}"[:12]
        row = Task(key, item="item00000002", order=str(self.dice.randrange(3, 9)), text="新增")
        return Change("新增", (created(row),))

    def take_out(self) -> Change | None:
        row = self.row()
        return Change("删除", (deleted(row),)) if row else None

    def undo(self) -> Change | None:
        return self.allowed(undo_change)

    def redo(self) -> Change | None:
        return self.allowed(redo_change)

    def allowed(self, make: Callable[[TaskList, History], Change]) -> Change | None:
        try:
            return make(self.file.tasks, self.file.history)
        except Refused:
            return None

    def restore(self) -> Change:
        count = self.dice.randrange(1, len(self.file.history) + 1)
        backup = self.file.after(count).tasks
        return Change("恢复备份", tuple(restoring_edits(self.file.tasks, backup)))

    def decide(self) -> Change | None:
        fields = [conflict for conflict in self.file.undecided if not conflict.is_of_record]
        return self.decision(self.dice.choice(fields)) if fields else None

    def decision(self, conflict: Conflict) -> Change | None:
        """Decide for a side, where the fields are whole ones."""
        if any("." in field for field in conflict.fields):
            return None
        values = self.dice.choice(conflict.sides).values
        addresses = [Address(conflict.table, conflict.key, field) for field in conflict.fields]
        edits = [Edit(*one, self.file.tasks.value(*one), values[one.field]) for one in addresses]
        return Change("定夺", tuple(edits), decides=tuple(addresses))


def assert_the_set_says_the_same(file: TaskFile) -> None:
    """A list says what the set of its changes says, and so does the disk."""
    found = evaluated(file.history, Lineage(file.history.docs))
    assert found.conflicts == tuple(file.undecided)
    assert file.breaks() == []


@settings(max_examples=most(60), deadline=None)
@given(SEEDS)
def test_a_list_of_one_desk_says_what_replaying_says(seed: int) -> None:
    dice = random.Random(seed)
    with TemporaryDirectory() as folder, new_file(Path(folder)) as file:
        clerk = Clerk(file, dice)
        for _ in range(dice.randrange(3, 20)):
            clerk.act()
        found = evaluated(file.history, Lineage(file.history.docs))
        held = {table: dict(docs) for table, docs in file.tasks.documents.tables.items() if docs}
        assert file.history.is_straight and not file.undecided
        assert (found.tables, found.conflicts) == (held, ())


@settings(max_examples=most(60), deadline=None)
@given(SEEDS)
def test_two_desks_that_met_say_the_same_and_lose_nothing(seed: int) -> None:
    dice = random.Random(seed)
    with TemporaryDirectory() as folder:
        one, two = two_desks(Path(folder))
        with one, two:
            clerks = Clerk(one, dice), Clerk(two, dice)
            for _ in range(dice.randrange(4, 16)):
                clerk = dice.choice(clerks)
                if dice.random() < 0.2:
                    take_in(clerk.file, two if clerk.file is one else one)
                else:
                    clerk.act()
                if dice.random() < 0.1:
                    clerk.file.fold()
            for file in (one, two):
                assert_the_set_says_the_same(file)
            meet(one, two)
            for file in (one, two):
                assert_the_set_says_the_same(file)
                assert (differing(file, reopened(file)), orders(file)) == ([], orders(reopened(file)))
            assert differing(one, two) == []
            assert (list(one.undecided), orders(one)) == (list(two.undecided), orders(two))
            assert one.history.heads == two.history.heads
        assert verify(one.path).whole and verify(two.path).whole

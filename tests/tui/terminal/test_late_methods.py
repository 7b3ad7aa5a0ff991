"""Dataclasses whose methods are compiled late do what others do: tried in a process of its own."""

import subprocess
import sys

import pytest

TRIED = """
import copy, pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from tui.terminal.late_methods import compile_late

compile_late()

@dataclass(frozen=True, slots=True)
class Base:
    key: str
    values: tuple[str, ...] = ()

@dataclass(frozen=True, slots=True)
class Derived(Base):
    named: dict[str, str] = field(default_factory=dict, compare=False)

@dataclass(order=True)
class Plain:
    number: int
    double: int = field(init=False)

    def __post_init__(self):
        self.double = self.number * 2

class Below(Plain):
    def __init__(self, number):
        super().__init__(number=number)

is_late = Base.__init__.__code__.co_name == "first"
one, same = Derived("a", values=("b",), named={"c": "d"}), Derived("a", ("b",))
assert one == same and hash(one) == hash(same) and one != Derived("b") and one != Base("a", ("b",))
assert repr(one) == "Derived(key='a', values=('b',), named={'c': 'd'})"
assert [each.name for each in fields(one)] == ["key", "values", "named"]
assert replace(one, key="e").key == "e" and one.key == "a"
assert pickle.loads(pickle.dumps(one)) == copy.copy(one) == one
assert Derived.__init__.__qualname__ == "Derived.__init__" and Base.__eq__.__qualname__ == "Base.__eq__"
for wrong in (lambda: setattr(one, "key", "f"), lambda: delattr(one, "key")):
    try:
        wrong()
    except FrozenInstanceError:
        continue
    raise AssertionError("it changed")
try:
    Derived()
except TypeError as error:
    assert "key" in str(error), error
else:
    raise AssertionError("no key")
assert Below(3).double == 6 and Plain(1) < Plain(2) and sorted([Plain(2), Plain(1)])[0] == Plain(1)
print("late" if is_late else "at once")
"""


def printed(program: str) -> str:
    """What a Python program prints."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=60)
    assert not done.returncode, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="compiles all methods of a class at once")
def test_a_class_made_late_does_what_others_do() -> None:
    assert printed(TRIED) == "late"


@pytest.mark.parametrize("change", ["del dataclasses._create_fn", "dataclasses._create_fn = lambda text: 0"])
def test_another_python_is_left_as_it_is(change: str) -> None:
    before = f"import dataclasses; {change}; there = vars(dataclasses).get('_create_fn')"
    program = f"{before}; from tui.terminal.late_methods import compile_late; compile_late()"
    assert printed(f"{program}; print(vars(dataclasses).get('_create_fn') is there)") == "True"

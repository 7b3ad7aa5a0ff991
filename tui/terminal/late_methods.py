"""Methods of dataclasses that are compiled when they are first called.

Until Python 3.12 each of the six is compiled by itself when its class is made: that was a tenth of the time
until the first screen, and most are never called.
"""

import dataclasses
import inspect
from collections.abc import Callable
from typing import Any

from tui.terminal.patches import Misfit, Replaced, must

_Method = Callable[..., Any]


def compile_late() -> None:
    """Have it so from now on; a Python that makes them in another way, as 3.13 does, is left as it is."""
    replaced = Replaced()
    try:
        _put_into(replaced)
    except (AttributeError, Misfit):
        replaced.take_back()


def _put_into(replaced: Replaced) -> None:
    def create(name: str, args: object, body: object, **given: object) -> _Method:
        def first(self: object, /, *values: object, **named: object) -> object:
            """Stand for the method until it is called, in the class that has it."""
            method = theirs(name, args, body, **given)
            method.__qualname__ = first.__qualname__
            for owner in type(self).__mro__:
                if vars(owner).get(name) is first:
                    setattr(owner, name, method)
            return method(self, *values, **named)

        first.__name__ = name
        return first

    theirs: _Method = replaced.put(dataclasses, "_create_fn", create)
    given = ["name", "args", "body", "globals", "locals", "return_type"]
    must(list(inspect.signature(theirs).parameters) == given)

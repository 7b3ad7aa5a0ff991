"""Cyclomatic complexity by radon: ruff's rule counts branches alone, radon comprehensions and conditions
too.
"""

from radon.complexity import cc_visit
from radon.visitors import Class

from tests.house.syntax import Source, Spot


def complexities(read: list[Source]) -> list[Spot]:
    """Give each function and method with its complexity."""
    found = []
    for source in read:
        for block in cc_visit(source.text):
            functions = block.methods if isinstance(block, Class) else [block]
            found += [Spot(source.path, one.lineno, one.complexity) for one in functions]
    return sorted(set(found), key=lambda spot: -spot.figure)

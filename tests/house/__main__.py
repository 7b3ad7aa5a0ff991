"""The figures of the house: `python -m tests.house` prints them with the spots to look at first."""

from collections.abc import Iterable

from tests.house.complexity import complexities
from tests.house.syntax import (
    Spot,
    class_sizes,
    crowded_lines,
    hidden_names,
    share,
    sources,
    statements,
    wide_lines,
)

SHOWN = 12


def show(name: str, spots: Iterable[Spot]) -> None:
    """Print the largest of some spots."""
    print(f"\n{name}")
    for spot in sorted(spots, key=lambda one: -one.figure)[:SHOWN]:
        print(f"  {spot}")


def main() -> None:
    """Print the figures of store and tui."""
    read = sources("store", "tui")
    counted = [spot for source in read for spot in statements(source)]
    nodes = [spot.figure for spot in counted]
    sizes = [Spot(source.path, 1, len(source.lines)) for source in read]
    functions = complexities(read)
    complex_ones = [spot for spot in functions if spot.figure > 10]
    print(f"{len(read)} files, {sum(spot.figure for spot in sizes)} lines")
    print(
        f"{len(nodes)} statements: p90 {share(nodes, 0.9)}, p95 {share(nodes, 0.95)} nodes, most {max(nodes)}"
    )
    print(f"{len(functions)} functions: {len(complex_ones)} over 10 by radon")
    show("Nodes of a statement", counted)
    show("Lines of a file", sizes)
    show("Lines of a class and its ancestors", class_sizes(read))
    show("Complexity of a function", functions)
    for name, rule in (("Comprehensions on a line", crowded_lines), ("Names within", hidden_names)):
        show(name, [spot for source in read for spot in rule(source)])
    show("Columns", [spot for source in read for spot in wide_lines(source, 110)])


if __name__ == "__main__":
    main()

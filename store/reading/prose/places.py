"""Where sentences stand: the points of a text and the paragraphs before them, sentence by sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from store.reading.prose.outline import Node
from store.reading.signs.heading_times import time_of_heading
from store.reading.signs.lines import SourceLine, folded
from store.reading.signs.marks import Mark

# A sentence with the marks that close a quotation or a bracket behind its stop: …“三权”改革。”
# 一是甲局牵头…;二是乙局负责…: what is counted within a sentence is one of its own.
_COUNTED = r"[;\uff1b](?=\s*(?:[二三四五六七八九十]{1,2}[是要]|[②-⑳]|[(\uff08]\d{1,2}[)\uff09]))"
SENTENCE = re.compile(rf"(?:(?!{_COUNTED})[^。\n])+(?:。|{_COUNTED})?[”’」』)]*")
# 成员单位职责, 部门分工, and 自查阶段(4—6月): under such a heading each body has a duty, whatever the word.
_DUTIES = re.compile(r"职[责能](?:分工|任务)?$|(?:任务|责任|工作)?分工$")
_LONGEST_HEADING = 30


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, its line, and whether it is the first of its point and so its heading."""

    text: str
    line: SourceLine
    opens: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A point, the title of the one above it, and whether it stands in a list of duties."""

    node: Node
    above: str = ""
    in_duties: bool = False

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.node.lines[0].number

    def sentences(self) -> Iterator[Said]:
        """Give its sentences in order."""
        body = self.node.body
        counted = line = 0
        for found in SENTENCE.finditer(body):
            start = found.start()
            line += body.count("\n", counted, start)
            counted = start
            text = found.group().strip()
            before = body[:start] if line == 0 else body
            if text and self.node.lines[line].number not in self.node.settled:
                yield Said(text, self.node.lines[line], opens=not before.strip())


def places(nodes: Iterable[Node], preamble: Iterable[SourceLine]) -> list[Place]:
    """Return the points of an outline and the paragraphs outside it, in the order of the text."""
    found = [Place(_paragraph(line)) for line in preamble]
    stack = list(map(Place, nodes))[::-1]
    while stack:
        place = stack.pop()
        node = place.node
        duties = place.in_duties or _heads_duties(node)
        found.append(Place(node, place.above, duties))
        stack += [Place(child, node.title, duties) for child in node.children[::-1]]
    return sorted(found, key=attrgetter("line"))


def _paragraph(line: SourceLine) -> Node:
    mark = Mark(1, 1, "", 0, line.text)
    return Node(mark, [line])


def _heads_duties(node: Node) -> bool:
    heading = folded(node.heading)
    return len(heading) <= _LONGEST_HEADING and bool(_DUTIES.search(heading) or time_of_heading(heading))

"""A line of an exchange file as the document of a change: taken only in its one spelling.

{"at":"2026-10-21T15:40:02+08:00","basis":"",…}    taken
{"at": "2026-10-21T15:40:02+08:00", …}             not: blanks that the canonical spelling does not have
{"by":"\\u001b[2J",…}                               not: a control character
"""

import json
import re

from store.records.changes import canonical
from store.records.record import Doc
from store.words.cleaning import DROPPED

DEEPEST = 20
"""Levels of lists and documents in one another: a change has six."""

# An escape in JSON: \n; a control character is \b, \f, \r or \u001b there, half of a sign \ud800.
_ESCAPE = re.compile(r"\\(.)")
_PLAIN_ESCAPES = frozenset('"\\nt')
# A direction mark or C1 control stands in JSON as it is.
_DROPPED = re.compile("[" + "".join(map(re.escape, sorted(DROPPED))) + "]")


class Misspelled(ValueError):
    """A line that is not a document in its canonical spelling."""


class Forbidden(ValueError):
    """A line that holds what no list may: a control character, or nesting without end."""


def document(line: bytes) -> Doc:
    """Return the document that a line spells; Misspelled or Forbidden where it does not, or may not be."""
    try:
        text = line.decode("utf-8")
        doc = json.loads(text)
    except RecursionError as error:
        raise Forbidden from error
    except ValueError as error:
        raise Misspelled from error
    if not isinstance(doc, dict):
        raise Misspelled
    if _is_deeper(doc, DEEPEST):
        raise Forbidden
    if canonical(doc) != line:
        raise Misspelled
    if _DROPPED.search(text) or not _PLAIN_ESCAPES.issuperset(_ESCAPE.findall(text)):
        raise Forbidden
    return doc


def _is_deeper(value: object, levels: int) -> bool:
    """Tell whether a value has more levels than that."""
    if isinstance(value, dict):
        inner = list(value.values())
    elif isinstance(value, list):
        inner = value
    else:
        return False
    return levels == 0 or any(_is_deeper(one, levels - 1) for one in inner)

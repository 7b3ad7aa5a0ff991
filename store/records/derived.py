"""Derived values: worked out from the documents of a file, kept until an edit touches what they read.

Each names what it reads, beside the function that makes it:

    @derived(on(Person, "name"))
    def people_by_name(tasks: TaskList) -> Mapping[str, Sequence[str]]: ...
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast, overload

from store.records.documents import Documents, Reads

_D = TypeVar("_D", bound="Deriver")
_T = TypeVar("_T")


@dataclass(slots=True)
class _KeptValue:
    """A value, and the version of the documents for which it was last known to hold."""

    version: int
    value: object


class Deriver:
    """What looks at the documents of a file and keeps what it derives from them."""

    def __init__(self, documents: Documents) -> None:
        """Look at these documents."""
        self.documents = documents
        self._kept: dict[object, _KeptValue] = {}
        self._last: dict[object, tuple[object, object]] = {}

    def derive(self: _D, value: "Derived[_D, _T]") -> _T:
        """Return a derived value, made now or before."""
        version = self.documents.version
        kept = self._kept.get(value)
        if kept is None or self.documents.changed_since(kept.version, value.reads):
            kept = self._kept[value] = _KeptValue(version, value.make(self))
        kept.version = version
        return cast(_T, kept.value)

    def remembered(self, function: Callable[..., _T], *arguments: object) -> _T:
        """Return what a pure function gives; it is called again only for other arguments than the last."""
        last = self._last.get(function)
        if last is None or last[0] != arguments:
            last = self._last[function] = arguments, function(*arguments)
        return cast(_T, last[1])


class Derived(Generic[_D, _T]):
    """A derived value: a function of a module, or a property of the deriver itself."""

    def __init__(self, make: Callable[[_D], _T], reads: tuple[Reads, ...]) -> None:
        """Make it by this function, again when an edit touches what it reads."""
        self.make = make
        self.reads = reads
        self.__doc__ = make.__doc__

    def __call__(self, deriver: _D) -> _T:
        """Return the value for a deriver."""
        return deriver.derive(self)

    @overload
    def __get__(self, deriver: None, owner: type[_D]) -> "Derived[_D, _T]": ...
    @overload
    def __get__(self, deriver: _D, owner: type[_D]) -> _T: ...
    def __get__(self, deriver: _D | None, owner: type[_D]) -> "Derived[_D, _T] | _T":
        """Return the value of the deriver whose property it is."""
        return self if deriver is None else deriver.derive(self)


def derived(*reads: Reads) -> Callable[[Callable[[_D], _T]], Derived[_D, _T]]:
    """Keep what a function makes until an edit touches what it reads."""

    def keep(make: Callable[[_D], _T]) -> Derived[_D, _T]:
        return Derived(make, reads)

    return keep

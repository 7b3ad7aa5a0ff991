"""A line of the print dialog as a plain value."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class FormField:
    """A line of the dialog: its label, its values with their words, and which is chosen."""

    label: str
    values: tuple[tuple[str, str], ...]
    index: int = 0

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return self.values[self.index][0]

    @property
    def words(self) -> str:
        """The same in words."""
        return self.values[self.index][1]

    def turned(self, step: int) -> "FormField":
        """With the next value, round and round."""
        return replace(self, index=(self.index + step) % len(self.values))

    def at(self, value: str) -> "FormField":
        """With a value, where it has it."""
        known = [known for known, _ in self.values]
        return replace(self, index=known.index(value)) if value in known else self

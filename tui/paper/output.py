"""What a writer gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A whole file, and what the clerk should know of it, in sentences."""

    data: bytes
    remarks: tuple[str, ...] = ()

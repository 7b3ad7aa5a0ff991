"""Sets of leaders as bits of one number: bit 3 stands for the fourth leader."""


def has_several(bits: int) -> bool:
    """Say whether a set has more than one member: 0b0110 has, 0b0100 and 0 have not."""
    return bits & (bits - 1) != 0


def position_of(bit: int) -> int:
    """Return the position of the one member of a set: 2 for 0b0100."""
    return bit.bit_length() - 1


def above_lowest(bits: int) -> int:
    """Return all positions above the lowest member of a set: all from 3 on for 0b1100."""
    lowest = bits & -bits
    return -(lowest << 1)


def below_highest(bits: int) -> int:
    """Return all positions below the highest member of a set: 0b0111 for 0b1100; none for an empty set."""
    return (1 << position_of(bits)) - 1 if bits else 0

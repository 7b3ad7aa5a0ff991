"""Both sides of a row as worded, and what is to be asked about them."""

from store.reading.names.owners import promoted


def test_a_collective_that_stands_first_does_not_lead() -> None:
    lead, others, doubts = promoted(("各区政府", "市水务局"), "first")
    assert (lead, others) == ((), ("各区政府", "市水务局"))
    assert [doubt.side for doubt in doubts] == ["lead"]
    assert promoted(("市水务局", "市财政局"), "all") == (("市水务局", "市财政局"), (), [])


def test_units_beside_the_sign_lead_and_the_sign_is_no_part_of_them() -> None:
    assert promoted(("市财政局", "★市水务局", "市审计局*★"), "★") == (
        ("市水务局", "市审计局"),
        ("市财政局",),
        [],
    )

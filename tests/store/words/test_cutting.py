"""Text that is cut says so."""

from store.words.cutting import cut, cut_before


def test_what_fits_stays_and_the_rest_is_said_to_be_cut() -> None:
    assert cut("重点任务", 4, len) == cut_before("重点任务", 4, len) == "重点任务"
    assert (cut("重点任务清单", 4, len), cut_before("重点任务清单", 4, len)) == ("重点任…", "…务清单")
    assert (cut("重点", 0, len), cut("重点", 1, len)) == ("…", "…")

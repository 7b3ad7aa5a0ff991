"""Acts at work hold the next key back; one that waits for the clerk does not."""

from tui.terminal.at_work import Work


def test_who_asks_is_called_back_once_no_act_is_at_work() -> None:
    work = Work()
    called: list[str] = []
    assert not work.call_at_rest(called.append, "at once")
    work.begin()
    work.begin()
    assert work.call_at_rest(called.append, "later")
    work.end()
    assert called == [] and not work.is_at_rest
    work.end()
    assert called == ["later"] and work.is_at_rest


def test_an_act_that_goes_on_after_an_answer_is_at_work_again() -> None:
    work = Work()
    work.begin()
    work.end()
    assert work.is_at_rest, "it waits for the clerk"
    work.begin()
    assert not work.is_at_rest

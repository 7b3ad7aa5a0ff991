"""What the dialog lets choose of the page, a kind of sheet at a time."""

from tui.paper.page_form import PAGE_FIELDS, PageForm
from tui.paper.setup import PageSetup
from tui.paper.words import words_of


def shown(form: PageForm, kind: str) -> list[str]:
    return [form.field(kind, name).value for name in PAGE_FIELDS]


def test_nothing_chosen_is_as_the_settings_say_and_as_the_kind_has_it() -> None:
    form = PageForm()
    form.take_settings(PageSetup(first_page=3, state=True, annex="附件甲"))
    assert shown(form, "list") == ["", "landscape", "3", "*", "", "3", "yes", "", "1"]
    assert shown(form, "roster")[1] == "portrait"
    assert form.page("list").annex == "附件甲" and form.page("roster").annex is None


def test_a_choice_holds_for_its_kind_of_sheet_alone() -> None:
    form = PageForm()
    form.turn("list", "orientation", 1)
    form.choose("list", "first_page", "7")
    form.choose("list", "annex", "附件3")
    form.choose("list", "document_number", "yes")
    form.choose("list", "title_line", "5")
    page = form.page("list")
    assert (page.orientation, page.first_page, page.annex) == ("portrait", 7, "附件3")
    assert (page.document_number, page.title_line, page.state) == (True, 5, False)
    assert form.page("matrix") == PageForm().page("matrix")
    form.choose("list", "annex", "")
    assert form.page("list").annex == ""
    form.choose("list", "annex", "*")
    assert form.page("list").annex is None


def test_copies_are_not_remembered_and_both_sides_are() -> None:
    form = PageForm()
    form.choose("list", "copies", "20")
    form.choose("list", "duplex", "yes")
    assert (form.copies("list"), form.is_duplex("list")) == (20, True)
    again = PageForm(form.kept())
    assert (again.copies("list"), again.is_duplex("list")) == (1, True)


def test_what_was_kept_and_is_not_offered_is_not_chosen() -> None:
    form = PageForm({"list": {"first_page": "0", "orientation": "upside down", "colour": "red"}})
    assert form.page("list") == PageForm().page("list")


def test_a_template_says_what_is_not_chosen() -> None:
    form = PageForm(templates={"局发": '[page]\norientation = "portrait"\ntitle_line = 4\n'})
    form.choose("list", "template", "局发")
    assert form.field("list", "title_line").value == "4"
    assert form.page("list").orientation == "portrait"
    form.choose("list", "orientation", "landscape")
    assert (form.page("list").orientation, form.page("list").title_line) == ("landscape", 4)
    assert form.page("unit").title_line == 3, "another kind of sheet has not chosen it"
    assert form.kept()["list"]["template"] == "局发"


def test_what_is_chosen_becomes_a_template_with_the_words_and_comments_that_there_were() -> None:
    form = PageForm(templates={"局发": '# 本局\n[notice]\nissuer = "甲局"\n'})
    form.choose("notice", "template", "局发")
    form.choose("notice", "annex", "附件3")
    text = form.as_template("notice")
    assert "# 本局" in text and 'issuer = "甲局"' in text
    form.keep("notice", "新", text)
    again = PageForm(form.kept(), {"新": text})
    assert again.page("notice") == form.page("notice")
    assert words_of(text)[1] == ()


def test_a_template_that_is_gone_is_not_chosen() -> None:
    form = PageForm({"list": {"template": "去年的"}})
    assert form.field("list", "template").value == ""
    assert form.wrong("list") == ()

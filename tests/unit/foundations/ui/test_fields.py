"""Each kind of form field is drawn by the right component, with what was sent and what is wrong."""

from typing import Any

import pytest
from django import forms
from lxml import html

from heard.foundations.ui.fields import field, form_errors
from heard.foundations.ui.gallery import SENT, FileForm, GalleryForm


@pytest.fixture
def form() -> GalleryForm:
    return GalleryForm(SENT)


def drawn(bound: Any, **look: Any) -> html.HtmlElement:
    return html.fragment_fromstring(str(field(bound, **look)), create_parent="div")


def one(element: html.HtmlElement, path: str) -> html.HtmlElement:
    found = element.xpath(path)
    assert len(found) == 1, (path, html.tostring(element))
    return found[0]


def test_a_text_field_says_what_is_wrong_and_is_tied_to_it(form: GalleryForm) -> None:
    element = drawn(form["name"])
    box = one(element, "//input[@type='text']")
    assert box.get("aria-describedby") == "id_name-hint id_name-error"
    error = one(element, "//*[@id='id_name-error']").text_content()
    assert " ".join(error.split()) == "Error: Write the name that they like to be called"
    assert one(element, "//label").get("for") == "id_name"


def test_a_day_keeps_what_was_sent(form: GalleryForm) -> None:
    element = drawn(form["day"])
    boxes = {box.get("name"): box.get("value") for box in element.xpath("//input")}
    assert boxes == {"day-day": "31", "day-month": "2", "day-year": "2026"}
    assert element.xpath("//input/@id") == ["id_day-day", "id_day-month", "id_day-year"]


@pytest.mark.parametrize(
    ("name", "kind", "chosen"), [("how", "radio", ["read_out"]), ("who", "checkbox", ["nan"])]
)
def test_choices_keep_what_was_chosen(
    form: GalleryForm, name: str, kind: str, chosen: list[str]
) -> None:
    element = drawn(form[name])
    assert element.xpath(f"//input[@type='{kind}'][@checked]/@value") == chosen
    assert one(element, "//fieldset/legend") is not None


def test_a_select_keeps_what_was_chosen(form: GalleryForm) -> None:
    assert drawn(form["review"]).xpath("//option[@selected]/@value") == ["cla"]


@pytest.mark.parametrize("look", [{}, {"count": True}])
def test_words_come_back_exactly_as_they_were_sent(form: GalleryForm, look: dict[str, Any]) -> None:
    area = one(drawn(form["words"], **look), "//textarea")
    assert area.text == "I want to see my cousins.\nAnd can we keep the dog?"


def test_words_survive_inside_another_component(form: GalleryForm) -> None:
    """The port indents what it is given; the words of a textarea are not to be indented."""
    spoken = "\n  I want to see\n\n\tmy cousins.\n"
    form = GalleryForm({**SENT, "words": spoken})
    form.fields["words"].strip = False  # type: ignore[attr-defined]
    inside = {"alone": str(field(form["words"]))}
    area = one(drawn(form["how"], conditional=inside), "//textarea")
    assert area.text.removeprefix("\n") == spoken  # lxml keeps the break that browsers drop


def test_words_stay_words() -> None:
    spoken = '<script>alert(1)</script> & "we"'
    form = GalleryForm({**SENT, "name": spoken, "words": spoken})
    assert one(drawn(form["name"]), "//input").get("value") == spoken
    assert one(drawn(form["words"]), "//textarea").text == spoken
    assert "<script>" not in str(field(form["words"])) + str(field(form["name"]))


def test_a_password_is_never_sent_back() -> None:
    form = GalleryForm({**SENT, "password": "correct horse"})
    assert "correct horse" not in str(field(form["password"]))
    assert one(drawn(form["password"]), "//input").get("autocomplete") == "current-password"


def test_one_tick_stands_with_its_own_words(form: GalleryForm) -> None:
    element = drawn(form["told"])
    assert one(element, "//input[@type='checkbox']").get("checked") is not None
    assert "I told Maya what will happen" in one(element, "//label").text_content()


def test_a_file_can_be_dropped() -> None:
    element = drawn(FileForm()["file"])
    assert one(element, "//input[@type='file']").get("name") == "file"
    assert one(element, "//*[@data-module='govuk-file-upload']") is not None


def test_what_may_be_left_empty_says_so(form: GalleryForm) -> None:
    assert "(optional)" in str(field(form["points"]))
    assert "(optional)" not in str(field(form["points"], optional=False))
    assert "(optional)" not in str(field(form["name"]))


def test_a_hidden_field_stays_hidden() -> None:
    class Hidden(forms.Form):
        version = forms.CharField(widget=forms.HiddenInput)

    assert one(drawn(Hidden({"version": "3"})["version"]), "//input").get("type") == "hidden"


def test_a_field_that_nothing_draws_is_an_error() -> None:
    class Odd(forms.Form):
        when = forms.SplitDateTimeField()

    with pytest.raises(TypeError, match="no component draws SplitDateTimeWidget"):
        field(Odd()["when"])


def test_the_summary_leads_to_each_field(form: GalleryForm) -> None:
    form.add_error(None, "Maya has no review on that day.")
    whole = html.fragment_fromstring("".join(str(field(bound)) for bound in form), "div")
    errors = form_errors(form, FileForm({}, {}))
    assert errors[0] == {"text": "Maya has no review on that day."}
    links = [error["href"] for error in errors if "href" in error]
    assert links == ["#id_name", "#id_day-day", "#id_file"]
    assert all(whole.xpath(f"//*[@id='{link[1:]}']") for link in links[:2])


def test_an_empty_text_area_is_empty() -> None:
    class Words(forms.Form):
        words = forms.CharField(widget=forms.Textarea, max_length=400)

    for look in ({}, {"count": True}):
        assert one(drawn(Words()["words"], **look), "//textarea").text_content().strip() == ""

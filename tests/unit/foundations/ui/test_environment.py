"""The template environment: strict with us, escaping always, every part of ours at one import."""

import pytest
from django.template import engines
from jinja2 import UndefinedError
from lxml import html

PARTS = '{% import "ui/parts.html" as ui %}'


def written(text: str, **context: object) -> str:
    return str(engines["jinja2"].from_string(text).render(context)).strip()


def test_a_name_that_was_not_given_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        written("{{ child.name }}")
    with pytest.raises(UndefinedError):
        written("{{ child.nmae }}", child={"name": "Maya"})


def test_words_are_escaped_in_ours_and_in_the_port() -> None:
    bad = "<b>Maya</b>"
    assert "<b>" not in written("{{ words }}{{ govukTag({'text': words}) }}", words=bad)
    assert "<b>" not in written(PARTS + "{{ ui.said(words, who=words) }}", words=bad)
    assert "<b>" not in written(PARTS + "{{ ui.facts([(words, words)]) }}", words=bad)


def test_the_port_can_be_imported_by_its_own_name() -> None:
    text = (
        '{% from "govuk_frontend_jinja/components/button/macro.html" import govukButton %}'
        '{{ govukButton({"text": "Save"}) }}'
    )
    assert written(text) == written('{{ govukButton({"text": "Save"}) }}')


def test_a_form_without_a_request_is_refused() -> None:
    with pytest.raises(LookupError, match="needs the request"):
        written("{{ csrf() }}")


def test_said_keeps_words_and_lines_and_language() -> None:
    text = PARTS + "{{ ui.said(words, who='Maya', day='3 November 2026', lang='cy') }}"
    element = html.fromstring(written(text, words="I want\n  to see my cousins"))
    quote = element.xpath("//blockquote")[0]
    assert quote.text == "I want\n  to see my cousins"
    assert (quote.get("lang"), quote.get("dir")) == ("cy", "auto")
    assert element.xpath("//figcaption")[0].text == "Maya · 3 November 2026"


def test_the_loop_says_in_words_what_has_not_happened() -> None:
    element = html.fromstring(written(PARTS + "{{ ui.loop_steps(said='3 November') }}"))
    steps = [" ".join(step.text_content().split()) for step in element.xpath("//li")]
    assert steps == ["Said 3 November", "Heard not yet", "Done not yet", "Told not yet"]


def test_a_figure_is_a_sentence_that_opens_to_its_facts() -> None:
    text = PARTS + "{{ ui.figure('Of 120, {} were “yes”.', '75 (62.5%)', '/facts/') }}"
    element = html.fromstring(written(text))
    assert element.text_content() == "Of 120, 75 (62.5%): see the facts were “yes”."
    assert element.xpath("//a/@href") == ["/facts/"]


def test_a_table_scrolls_in_a_place_with_a_name() -> None:
    text = (
        PARTS + "{{ ui.data_table('t', 'Reviews', ['Plan', 'All'], [['CP', '4']], numeric=[1]) }}"
    )
    element = html.fromstring(written(text))
    region = element.xpath("//*[@role='region']")[0]
    assert region.get("tabindex") == "0"
    assert element.xpath(f"//*[@id='{region.get('aria-labelledby')}']")[0].text == "Reviews"
    assert element.xpath("//tbody//th/@scope") == ["row"]


def test_five_faces_differ_and_each_has_its_words() -> None:
    element = html.fromstring(written(PARTS + "{{ ui.faces('q', 'Did I listen?') }}"))
    drawings = {html.tostring(svg) for svg in element.xpath("//svg")}
    assert len(drawings) == 5
    words = [" ".join(label.text_content().split()) for label in element.xpath("//label")]
    assert words == ["not at all", "a bit", "in the middle", "quite well", "very well"]
    assert element.xpath("//input/@value") == ["1", "2", "3", "4", "5"]
    assert element.xpath("//input[@checked or @required]") == []

"""The pages of filling a form in: opening, one question at a time, the last page."""

from datetime import date
from typing import Any

from markupsafe import Markup

from heard.child.feedback.definitions import Definition, Question, definition
from heard.child.feedback.models import Answer, Form
from heard.child.feedback.presenters.people import pages_of
from heard.child.feedback.queries import answers_now, someone_else
from heard.child.feedback.rules import LOOKS, WRITTEN_FOR
from heard.kernel.ages import age_on
from heard.kernel.languages import direction

Choices = list[tuple[str, str]]


def definition_of(form: Form) -> Definition:
    """Return the wording that the form was given on."""
    return definition(form.key, form.version, form.language)


def steps_of(form: Form) -> list[str]:
    """Return the steps of a form in order: "start", each question's key, "end"."""
    return ["start", *(q.key for q in definition_of(form).questions), "end"]


def common(form: Form, day: date) -> dict[str, Any]:
    """Return what every page of the form needs."""
    wording = definition_of(form)
    return pages_of(form, day) | {
        "look": LOOKS[form.kind],
        "worded": worded(form.language),
        "title": wording.title,
        "form_row": form,
        "faces": wording.faces,
        "written_for": form.how in WRITTEN_FOR,
        "age": _age(form, day),
    }


def worded(language: str) -> Markup:
    """Return the attributes of what is in the form's own words; the page around it is English."""
    return Markup('lang="{}" dir="{}"').format(language, direction(language))


def _age(form: Form, day: date) -> int | None:
    """Return the age of the child who answers: which help lines stand on the page."""
    born = form.child.birth_date
    return age_on(born, day) if born and not form.adult_id else None


def opening(form: Form, day: date) -> dict[str, Any]:
    """Return why it is asked, which plan it asks about, who sees it, and "Shall we?"."""
    page, wording = common(form, day), definition_of(form)
    names = {**page["who"], "plan": wording.plans[form.plan]}
    return page | {"opening": [sentence.format(**names) for sentence in wording.opening]}


def question(form: Form, key: str, day: date) -> dict[str, Any]:
    """Return one question as it is asked in this family, and where it stands."""
    questions = definition_of(form).questions
    place = [q.key for q in questions].index(key)
    return common(form, day) | {
        "question": asked(form, questions[place]),
        "place": place + 1,
        "of": len(questions),
    }


def asked(form: Form, one: Question) -> dict[str, Any]:
    """Return the words of one question for the person who is asked."""
    wording = one.wording(form.variant, form.plan)
    return {
        "key": one.key,
        "words": _theirs(form, wording.words),
        "simpler": wording.simpler,
        "scale": list(enumerate(one.scale, 1)),
        "scale_words": one.scale,
    }


def _theirs(form: Form, words: str) -> str:
    """The paper form leaves "your/the" to be crossed out: "your" children for a parent."""
    ties = form.adult.ties.filter(child=form.child) if form.adult else None
    parent = ties is not None and ties.filter(kind="parent").exists()
    return words.replace("your/the", "your" if parent else "the")


def answer_rows(form: Form) -> list[dict[str, Any]]:
    """Return each question with what the person answered, for the person themselves."""
    now = answers_now(form)
    return [asked(form, one) | _given(one, now.get(one.key)) for one in _questions(form)]


def _questions(form: Form) -> tuple[Question, ...]:
    return definition_of(form).questions


def _given(one: Question, answer: Answer | None) -> dict[str, Any]:
    score = answer.score if answer else None
    return {
        "chosen": score,
        "chosen_words": one.scale[score - 1] if score else "",
        "said": answer.words if answer else "",
        "state": answer.state if answer else "skipped",
    }


def share_choices(form: Form, day: date) -> tuple[Choices, dict[str, str]]:
    """Return whom the person may show it to, and small words under some of the choices."""
    page = pages_of(form, day)
    worker = page["who"]["worker"]
    choices = [("now", f"Show it to {worker} now"), ("later", f"{worker} can read it later")]
    hints = {}
    for key, other in someone_else(form.child, day).items():
        if form.adult_id and key == "advocate":
            continue  # that the child has an advocate is the child's to tell
        whose = "the" if form.adult_id else "my"
        role = ROLE[key].format(worker=worker, whose=whose)
        choices.append((key, f"I’d rather talk to {other.name}, {role}"))
        if other.beside:
            hints[key] = f"{other.beside} will see it too, so that somebody answers you."
    return choices, hints


ROLE = {
    "manager": "{worker}’s manager",
    "advocate": "{whose} advocate",
    "chair": "who leads {whose} review meetings",
}


def audience_choices(form: Form, day: date) -> Choices:
    """Return who may read the words, in words."""
    seers = pages_of(form, day)["who"]["seers"]
    helping = "and the people helping me: my advocate and whoever leads my review meetings"
    if form.adult_id:
        helping = "and the people who help the child, such as whoever leads the review meetings"
    return [("worker", f"Only {seers}"), ("helping", f"{seers}, {helping}")]

"""A form that was handed in, for the people who may see it (feedback/parts/form.html)."""

from typing import Any

from heard.child.feedback.definitions import Question
from heard.child.feedback.permissions import family_may_see
from heard.child.feedback.presenters.filling import asked, definition_of, worded
from heard.child.feedback.presenters.people import person_of
from heard.child.feedback.presenters.words import KIND_WORDS, context_rows, how_words
from heard.child.feedback.queries import Answered, InContext

NOT_ANSWERED = {
    "skipped": "left out",
    "not_asked": "not asked",
    "not_applicable": "does not apply",
}


def form_words(shown: InContext) -> dict[str, Any]:
    """Return what feedback/parts/form.html shows: numbers only where they stand in `shown`."""
    form, wording = shown.form, definition_of(shown.form)
    rows = [_row(shown, one) for one in wording.questions]
    return {
        "id": form.pk,
        "child": form.child_id,
        "title": KIND_WORDS[form.kind],
        "who": person_of(form),
        "asked_by": form.asked_by.name,
        "asked_on": form.asked_on,
        "how": how_words(form),
        "faces": wording.faces,
        "rows": rows,
        "with_scores": shown.with_scores,
        "context": context_rows(form),
        "lang": form.language,
        "worded": worded(form.language),
        "later": form.share_when == "later",
        "family_may_see": shown.with_scores and family_may_see(form),
        "soon": form.soon,
        "hasty": [(n.words, n.staff.name, n.noted_at) for n in form.hasty_notes.all()],
    }


def for_the_family(shown: InContext) -> dict[str, Any]:
    """Return what feedback/asking/together.html shows of one form: the answers only."""
    form, wording = shown.form, definition_of(shown.form)
    return {
        "who": person_of(form),
        "asked_on": form.asked_on,
        "faces": wording.faces,
        "lang": form.language,
        "worded": worded(form.language),
        "rows": [_row(shown, one) for one in wording.questions],
    }


def _row(shown: InContext, one: Question) -> dict[str, Any]:
    answer = shown.answers.get(one.key)
    score = answer.score if answer else None
    return asked(shown.form, one) | {
        "chosen": score,
        "chosen_words": one.scale[score - 1] if score else "",
        "said": answer.words if answer else "",
        "place": "" if score else _no_number(answer),
        "simpler_used": bool(answer and answer.simpler_used),
        "written_right": answer.written_right if answer else "",
    }


def _no_number(answer: Answered | None) -> str:
    if answer is None:
        return "not asked"
    return NOT_ANSWERED.get(answer.state, "answered")

"""The words for lines, answers, rules and places of a return."""

from datetime import date

from heard.kernel.return_spec.fact import RULES, Fact
from heard.kernel.return_spec.rows import PLANS

ITEMS = {
    "1a": "The annual voice plan",
    "2a": "Heard and responded to",
    "2b": "Taking part in reviews",
    "2c": "Asked every three months",
}
PLAN_NAMES = {
    "EH": "Early help",
    "CIN": "Child in need",
    "CP": "Child protection",
    "CLA": "In our care",
    "PATHWAY": "Care leavers",
}
TOOK_PART = {
    "PN1": "was there and spoke",
    "PN2": "was there and gave views in another way",
    "PN3": "was there and an advocate spoke for them",
    "PN4": "was not there; an advocate came and spoke for them",
    "PN5": "was not there; views came in another way",
    "PN6": "was there, gave no views and had no advocate",
    "PN7": "chose not to take part in any way",
    "PN8": "could not take part, for a valid reason",
    "uncoded": "not coded",
}
ANSWERS = {
    "yes": "yes",
    "no": "no",
    "not_appropriate": "not appropriate",
    "unanswered": "not answered",
    "uncoded": "not coded",
    "excluded": "left out",
}
LINES = {
    "assessment": "assessments",
    "closure": "closures of work",
    "children": "children in the year",
    "intervals": "times when feedback was due",
}
SCHEMES = {
    "voice-2023": "voice-2023",
    "ssda903": "older scheme, ssda903",
    "local": "the authority's own text",
}
NOTE_TITLES = {
    "correction": "Why this version corrects the one before",
    "whole": "About the whole return",
    **{item: f"About {item}, {title[0].lower()}{title[1:]}" for item, title in ITEMS.items()},
}
STATES = {"draft": "Draft", "signed": "Signed and frozen", "set_aside": "Set aside"}


def day_words(value: date | str | None) -> str:
    """Write a day (or its ISO text) as 23 November 2026; nothing for None."""
    if not value:
        return ""
    day = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{day.day} {day:%B %Y}"


def line_words(item: str, line: str) -> str:
    """Return what a line counts, such as "In our care" or "children at 30 June 2025"."""
    if line in PLANS:
        return PLAN_NAMES[line]
    if item == "2c" and line[:1].isdigit():
        return f"children at {day_words(line)}"
    return LINES.get(line, line)


def answer_words(counted: str) -> str:
    """Return what a fact counts as, in words; a code of 2b keeps its name."""
    return ANSWERS.get(counted) or f"{counted}, {TOOK_PART.get(counted, counted)}"


def rule_words(rule: str) -> str:
    """Return the sentence of the rule that counted a fact or left it out."""
    return RULES.get(rule, rule)


def code_words(fact: Fact) -> str:
    """Return the code of a fact with its scheme; of a time of 2c, the day on which it was due."""
    if fact.item == "2c":
        return f"due {day_words(fact.code)}" if fact.code else ""
    scheme, _, code = fact.code.partition(":")
    if not code:
        return SCHEMES["local"] if scheme == "local" else ""
    return f"{code} ({SCHEMES.get(scheme, scheme)})"


def short(ref: str) -> str:
    """Return what tells a ref from others on a page: the last 12 signs of an id; of a time of 2c,
    the day on which it began; of a quarter's end, that day.
    """
    _, _, place = ref.partition(".")
    if place.startswith("q"):
        return f"at {day_words(place[1:])}"
    return f"from {day_words(place[:10])}" if place else ref[-12:]

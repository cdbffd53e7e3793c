"""What there is to choose from in a form field, as the components want it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.forms.boundfield import BoundField

Items = list[dict[str, Any]]


def options(bound: BoundField) -> Items:
    """Return the options of a select, the chosen one marked."""
    chosen = _chosen(bound)
    return [
        {"value": value, "text": text, "selected": value in chosen} for value, text in _pairs(bound)
    ]


def items(bound: BoundField, hints: Mapping[str, str], conditional: Mapping[str, str]) -> Items:
    """Return radio buttons or boxes, with their hints and what opens under them."""
    chosen = _chosen(bound)
    return [
        {
            "value": value,
            "text": text,
            "checked": value in chosen,
            **({"hint": {"text": hints[value]}} if value in hints else {}),
            **({"conditional": {"html": conditional[value]}} if value in conditional else {}),
        }
        for value, text in _pairs(bound)
        if value != ""
    ]


def _pairs(bound: BoundField) -> Iterable[tuple[str, str]]:
    for value, text in bound.field.choices:  # type: ignore[attr-defined]
        if isinstance(text, list | tuple):  # a named group: its members, in order
            yield from ((str(inner), str(words)) for inner, words in text)
        else:
            yield "" if value is None else str(value), str(text)


def _chosen(bound: BoundField) -> set[str]:
    value = bound.value()
    if value is None:
        return {""}
    if isinstance(value, list | tuple | set):
        return {str(one) for one in value}
    return {str(value)}

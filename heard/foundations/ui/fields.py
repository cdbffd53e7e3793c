"""One adapter from Django's form fields to the GOV.UK components.

`field(form["name"])` draws the right component with its label, hint, errors and what was sent.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.widgets import Input
from markupsafe import Markup

from heard.foundations.ui import choices, port
from heard.foundations.ui.days import PARTS, DayWidget

Params = dict[str, Any]
PASSED_ON = ("autocomplete", "inputmode", "spellcheck", "rows", "autocapitalize")
NOT_PASSED_ON = {*PASSED_ON, "class", "id", "required", "cols", "type", "maxlength", "count"}


def field(bound: BoundField, **look: Any) -> Markup:
    """Draw a bound field.

    `look` may say: size ("s", "m", "l", "xl" of the label), heading (the label is the page's h1),
    hint and label (instead of the form's own), classes, and for choices inline, small, hints
    ({value: words}) and conditional ({value: html}). A field that may be left empty says so,
    unless `optional=False`.
    """
    if bound.is_hidden:
        return Markup(str(bound))  # noqa: S704  # Django made it
    folder, params = described(bound, **look)
    return port.render(folder, params)


def described(bound: BoundField, **look: Any) -> tuple[str, Params]:
    """Return the component's folder and parameters for a bound field."""
    widget = bound.field.widget
    for kind, describe in DESCRIBERS:
        if isinstance(widget, kind):
            return describe(bound, look)
    raise TypeError(f"{bound.name}: no component draws {type(widget).__name__}")


def common(bound: BoundField, look: Params) -> Params:
    """Return what every component wants: id, name, hint, error."""
    params: Params = {"id": bound.auto_id, "name": bound.html_name}
    hint = look.get("hint", bound.help_text)
    if hint:
        params["hint"] = {"html" if isinstance(hint, Markup) else "text": hint}
    if bound.errors:
        params["errorMessage"] = {"text": " ".join(map(str, bound.errors))}
    if look.get("classes"):
        params["classes"] = look["classes"]
    return params


def label_text(bound: BoundField, look: Params) -> str:
    """Return the words of the label, with "(optional)" where the field may be left empty."""
    text = str(look.get("label", bound.label))
    optional = look.get("optional", not bound.field.required)
    return f"{text} (optional)" if optional else text


def _label(bound: BoundField, look: Params) -> Params:
    size = look.get("size", "s")
    return {
        "text": label_text(bound, look),
        "classes": f"govuk-label--{size}",
        "isPageHeading": look.get("heading", False),
    }


def legend(bound: BoundField, look: Params) -> Params:
    """Return the fieldset of a group of inputs, its legend being the field's label."""
    size = look.get("size", "s")
    words = {
        "text": label_text(bound, look),
        "classes": f"govuk-fieldset__legend--{size}",
        "isPageHeading": look.get("heading", False),
    }
    return {"legend": words}


def single(bound: BoundField, look: Params) -> Params:
    """Return the parameters of a component that holds one input."""
    widget = bound.field.widget
    params = common(bound, look) | {"label": _label(bound, look)}
    params |= {name: widget.attrs[name] for name in PASSED_ON if name in widget.attrs}
    extra = {key: value for key, value in widget.attrs.items() if key not in NOT_PASSED_ON}
    if extra:
        params["attributes"] = extra
    if isinstance(widget, Input | forms.Textarea):
        # The port writes a missing value of a text area as the word None.
        params["value"] = widget.format_value(bound.value()) or ""
    return params


def _text(bound: BoundField, look: Params) -> tuple[str, Params]:
    params = single(bound, look)
    kind = bound.field.widget.input_type
    if kind == "number":  # a number box scrolls away what was typed
        kind = "text"
        params.setdefault("inputmode", "numeric")
    return "input", params | {"type": kind}


def _textarea(bound: BoundField, look: Params) -> tuple[str, Params]:
    params = single(bound, look)
    most = getattr(bound.field, "max_length", None)
    if look.get("count") and most:
        return "character-count", params | {"maxlength": most}
    return "textarea", params


def _select(bound: BoundField, look: Params) -> tuple[str, Params]:
    return "select", single(bound, look) | {"items": choices.options(bound)}


def _password(bound: BoundField, look: Params) -> tuple[str, Params]:
    params = single(bound, look)
    params.pop("value", None)  # never sent back
    return "password-input", {"autocomplete": "current-password"} | params


def _file(bound: BoundField, look: Params) -> tuple[str, Params]:
    params = single(bound, look)
    params.pop("value", None)
    many = getattr(bound.field.widget, "allow_multiple_selected", False)
    return "file-upload", params | {"javascript": True, "multiple": many}


def _day(bound: BoundField, look: Params) -> tuple[str, Params]:
    wrong = " govuk-input--error" if bound.errors else ""
    shown = DayWidget.boxes(bound.value())
    fill = look.get("autocomplete")
    items = [
        {
            "name": part,
            "value": value,
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}{wrong}",
            **({"autocomplete": f"{fill}-{part}"} if fill else {}),
        }
        for part, value in zip(PARTS, shown, strict=True)
    ]
    params = common(bound, look) | {"fieldset": legend(bound, look), "items": items}
    return "date-input", params | {"namePrefix": bound.html_name}


def _group(folder: str) -> Any:
    def describe(bound: BoundField, look: Params) -> tuple[str, Params]:
        params = common(bound, look) | {"fieldset": legend(bound, look)}
        sizes = [f"govuk-{folder}--{name}" for name in ("inline", "small") if look.get(name)]
        params["classes"] = " ".join([*sizes, look.get("classes", "")]).strip()
        items = choices.items(bound, look.get("hints", {}), look.get("conditional", {}))
        return folder, params | {"idPrefix": bound.auto_id, "items": items}

    return describe


def _tick(bound: BoundField, look: Params) -> tuple[str, Params]:
    item = {"value": "on", "text": look.get("label", bound.label), "checked": bool(bound.value())}
    params = common(bound, {**look, "hint": ""})
    hint = look.get("hint", bound.help_text)
    if hint:
        item["hint"] = {"text": hint}
    return "checkboxes", params | {"idPrefix": bound.auto_id, "items": [item]}


# The first that fits draws the field; the special kinds stand before the general ones.
DESCRIBERS: tuple[tuple[type[forms.Widget], Any], ...] = (
    (DayWidget, _day),
    (forms.CheckboxSelectMultiple, _group("checkboxes")),
    (forms.RadioSelect, _group("radios")),
    (forms.CheckboxInput, _tick),
    (forms.Select, _select),
    (forms.Textarea, _textarea),
    (forms.PasswordInput, _password),
    (forms.FileInput, _file),
    (Input, _text),
)


def form_errors(*forms_: forms.BaseForm) -> list[Mapping[str, str]]:
    """Return what is wrong with one form or several, for the summary at the top of the page."""
    return [error for form in forms_ for error in _errors(form)]


def _errors(form: forms.BaseForm) -> Iterable[Mapping[str, str]]:
    for message in form.non_field_errors():
        yield {"text": str(message)}
    for bound in form:
        for message in bound.errors:
            yield {"text": str(message), "href": f"#{_first(bound)}"}


def _first(bound: BoundField) -> str:
    if isinstance(bound.field.widget, DayWidget):
        return f"{bound.auto_id}-day"
    return str(bound.auto_id)

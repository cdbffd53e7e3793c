"""Privacy by classification: every field of every model says what it is and how long it is kept.

Law 4 finds the fields of own words by it.
"""

import importlib

from django.apps import apps

from heard.foundations.access.classified import Classified


def ours() -> list[type]:
    return [m for m in apps.get_models() if m.__module__.startswith("heard.")]


def declared(model: type) -> dict[str, Classified]:
    package = model.__module__.rsplit(".models", 1)[0]
    return importlib.import_module(f"{package}.classification").CLASSIFIED


def test_every_field_is_classified() -> None:
    missing = [
        f"{model.__module__}: {model.__name__}.{field.name}"
        for model in ours()
        for field in model._meta.concrete_fields
        if f"{model.__name__}.{field.name}" not in declared(model)
    ]
    assert not missing


def test_nothing_is_classified_that_is_not_there() -> None:
    for model in ours():
        names = {
            f"{m.__name__}.{f.name}"
            for m in apps.get_app_config(model._meta.app_label).get_models()
            for f in m._meta.concrete_fields
        }
        assert not set(declared(model)) - names


def test_every_classification_says_something() -> None:
    for model in ours():
        for name, entry in declared(model).items():
            assert all(len(part) > 3 for part in entry), name

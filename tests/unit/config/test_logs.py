"""Logs hold nothing that a person typed and no child's id (law 7, S12)."""

import ast
import io
import json
import logging
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from heard.config import logs
from heard.foundations.access.views import open_to

WORDS = "Rex bit me and nobody came"
CHILD = "0198b000-0000-7000-8000-00000000cafe"
CANARIES = [WORDS, "Rex", CHILD, CHILD.replace("-", ""), "cafe", "maya@northmoor.example"]


@open_to("everyone", why="A view of the tests")
def breaks(request: HttpRequest, child: str) -> HttpResponse:
    said = request.POST["said"]
    try:
        int(said)
    except ValueError as problem:
        raise LookupError(f"{child} said {said}") from problem
    return HttpResponse()


@open_to("everyone", why="A view of the tests")
def warns(request: HttpRequest, child: str) -> HttpResponse:
    said = request.POST["said"]
    warnings.warn(f"{child}: {said}", RuntimeWarning, stacklevel=1)
    logging.getLogger("some.library").error(f"could not keep {said}")
    logging.getLogger("some.library").error("could not keep %s of %s", said, child)
    logging.getLogger("heard.background").error("a job failed", extra={"job": said})
    return HttpResponse()


urlpatterns = [
    path("children/<uuid:child>/breaks", breaks),
    path("children/<uuid:child>/warns", warns),
]
handler500 = "heard.foundations.ui.errors.failed"
handler404 = "heard.foundations.ui.errors.failed"


@pytest.fixture
def lines(settings: Settings) -> Iterator[io.StringIO]:
    """What the logs of a deployment would say."""
    settings.ROOT_URLCONF = __name__
    logs.configure({})
    written = io.StringIO()
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, logs.Lines):
            handler.setStream(written)  # type: ignore[attr-defined]
    yield written
    logging.captureWarnings(False)


def post(name: str) -> int:
    client = Client(raise_request_exception=False)
    data = {"said": WORDS, "email": "maya@northmoor.example"}
    return client.post(f"/children/{CHILD}/{name}?said=Rex", data).status_code


def parsed(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


@pytest.mark.django_db
def test_an_exception_in_a_view_with_a_childs_words_logs_none_of_them(lines: io.StringIO) -> None:
    assert post("breaks") == 500
    (line,) = parsed(lines)
    assert line["route"] == "children/<uuid:child>/breaks"
    assert line["status_code"] == 500
    assert [f["kind"] for f in line["faults"]] == ["builtins.LookupError", "builtins.ValueError"]
    assert "test_logs.py" in line["faults"][0]["places"][-1]
    assert not [word for word in CANARIES if word in lines.getvalue()]


@pytest.mark.django_db
def test_what_libraries_and_we_fill_in_is_not_logged(lines: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        assert post("warns") == 200
        logging.captureWarnings(False)
    found = parsed(lines)
    assert len(found) == 4
    assert found[2]["event"] == "could not keep %s of %s"
    assert found[3] == {**found[3], "event": "a job failed", "job": "[not logged]"}
    assert not [word for word in CANARIES if word in lines.getvalue()]


@pytest.mark.django_db
def test_an_address_that_does_not_exist_and_a_false_host_are_not_logged(
    lines: io.StringIO,
) -> None:
    client = Client(raise_request_exception=False)
    client.get(f"/nothing/{CHILD}/{WORDS}")
    client.get("/", headers={"host": "rex.cafe.example"})
    assert len(parsed(lines)) >= 2
    assert not [word for word in CANARIES if word in lines.getvalue()]


def test_the_harness_would_see_a_leak(lines: io.StringIO) -> None:
    logging.getLogger("heard.background").error(WORDS)  # words in the program itself are written
    assert WORDS in lines.getvalue()


def test_names_of_ours_are_written(lines: io.StringIO) -> None:
    logging.getLogger("heard.background").warning("x", extra={"job": "audit.head", "count": 3})
    assert parsed(lines)[0] == {**parsed(lines)[0], "job": "audit.head", "count": 3}


def test_we_never_fill_words_into_a_log_line_ourselves() -> None:
    wrong = []
    root = Path(logs.__file__).parents[1]
    for file in root.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if _logs(node) and not isinstance(node.args[0], ast.Constant):  # type: ignore[attr-defined]
                wrong.append(f"{file.relative_to(root)}:{node.lineno}")  # type: ignore[attr-defined]
    assert not wrong


def _logs(node: ast.AST) -> bool:
    levels = {"debug", "info", "warning", "error", "exception", "critical"}
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    owner = node.func.value
    named = isinstance(owner, ast.Name) and owner.id in {"log", "logger", "logging"}
    return named and node.func.attr in levels and bool(node.args)

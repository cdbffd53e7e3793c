"""Error pages say what is wrong and what to do, and give nothing away."""

import pytest
from django.test import Client

pytestmark = pytest.mark.urls("tests.unit.foundations.ui.door")


def test_a_fault_is_said_without_the_database(client: Client) -> None:
    """No `db` fixture here: a query would fail the test."""
    client.raise_request_exception = False
    page = client.get("/fail/")
    assert page.status_code == 500
    assert "It is our fault, not yours." in page.content.decode()
    assert "secret" not in page.content.decode()


def test_a_page_that_is_not_there(client: Client) -> None:
    page = client.get("/children/12345/")
    assert page.status_code == 404
    assert "There is nothing here for you" in page.content.decode()


def test_a_refusal_says_its_reason(client: Client) -> None:
    page = client.get("/refuse/")
    assert page.status_code == 403
    assert "Only the director signs a return." in page.content.decode()


def test_a_form_from_elsewhere_is_refused() -> None:
    page = Client(enforce_csrf_checks=True).post("/help/", {"words": "kept?"})
    assert page.status_code == 403
    assert "This form was open for too long" in page.content.decode()


@pytest.mark.parametrize("path", ["/accessibility/", "/help/"])
def test_pages_without_records_open_to_everyone(client: Client, path: str) -> None:
    page = client.get(path).content.decode()
    assert "Accessibility statement" in page
    assert page.count("<h1") == 1

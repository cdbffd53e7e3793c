"""heard user add: an account from the command line."""

import pytest

from heard.cli.main import main
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.models import AuditEvent

KIT = ["user", "add", "kit@northmoor.example", "--name", "Kit", "--role", "administrator"]
pytestmark = pytest.mark.django_db


def test_it_makes_an_account_and_prints_its_start_password_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([*KIT, "--role", "analyst"]) == 0
    printed = capsys.readouterr()
    kit = Staff.objects.get(email="kit@northmoor.example")
    assert kit.check_password(printed.out.strip())
    assert kit.roles == {"administrator", "analyst"}
    assert kit.start_password_until
    assert AuditEvent.objects.get(verb="account.added").actor_kind == "os_account"


def test_an_unknown_role_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*KIT, "--role", "king"]) == 1
    said = capsys.readouterr()
    assert "There is no role 'king'. Choose from: worker, manager" in said.err
    assert not said.out
    assert not Staff.objects.exists()


def test_an_address_that_has_an_account_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    main(KIT)
    capsys.readouterr()
    assert main(["user", "add", "KIT@northmoor.example", "--name", "K", "--role", "worker"]) == 1
    assert "has an account already" in capsys.readouterr().err
    assert Staff.objects.count() == 1


def test_an_address_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["user", "add", "kit", "--name", "Kit", "--role", "worker"]) == 1
    assert "email: " in capsys.readouterr().err

"""Email about alerts: without content, tried again, sent once; against a server that is real."""

import socketserver
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from heard.foundations.audit.models import AuditEvent
from heard.foundations.reminders import mail
from heard.foundations.reminders.models import Alert
from heard.foundations.reminders.operations import claim_email, raise_alert, see_alert
from heard.foundations.reminders.queries import emails_given_up
from heard.foundations.reminders.rules import MOST_ATTEMPTS
from heard.foundations.reminders.tasks import Sent, send_due_emails
from tests.cast import NOON, SYSTEM, Cast

TEXT = "Somebody opened the record of a child of your team"
LATER = NOON + timedelta(days=30)


class Conversation(socketserver.StreamRequestHandler):
    """The part of SMTP that a client needs to hand over one message."""

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline().decode().strip():
            word = line.split()[0].upper()
            self.wfile.write(
                {"DATA": b"354 go on\r\n", "QUIT": b"221 bye\r\n"}.get(word, b"250 ok\r\n")
            )
            if word == "RCPT":
                self.server.to.append(line.split("<")[1].split(">")[0])
            if word == "DATA":
                body = iter(self.rfile.readline, b".\r\n")
                self.server.messages.append(b"".join(body).decode())
                self.wfile.write(b"250 kept\r\n")
            if word == "QUIT":
                return


@pytest.fixture
def server(settings: Any) -> Iterator[Any]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation) as running:
        running.daemon_threads = True
        running.messages, running.to = [], []
        threading.Thread(target=running.serve_forever, daemon=True).start()
        settings.EMAIL_URL = f"smtp://127.0.0.1:{running.server_address[1]}"
        settings.ADDRESS = "https://heard.northmoor.example"
        yield running
        running.shutdown()


def tell(cast: Cast, *names: str) -> None:
    raise_alert(to=[cast[n].pk for n in names], kind="glass", text=TEXT, link="/x/", **SYSTEM)


def test_the_email_says_that_there_is_a_message_and_nothing_else(cast: Cast, server: Any) -> None:
    tell(cast, "Ruth")
    assert send_due_emails(NOON) == Sent(went=1, failed=0)
    (message,) = server.messages
    headers, body = message.replace("\r\n", "\n").split("\n\n", 1)
    assert "Subject: A message in Heard\n" in headers
    assert body.split() == ["Sign", "in", "to", "read", "it:", "https://heard.northmoor.example/"]
    for word in ("opened", "record", "child", "team", "Maya", "Ruth"):
        assert word not in body
        assert word not in headers.replace("ruth@", "")


def test_one_email_for_many_alerts_to_each_person_once(cast: Cast, server: Any) -> None:
    for _ in range(3):
        tell(cast, "Ruth", "Priya")
    assert send_due_emails(NOON) == Sent(2, 0)
    assert sorted(server.to) == ["priya@northmoor.example", "ruth@northmoor.example"]
    assert send_due_emails(LATER) == Sent(0, 0)
    assert not Alert.objects.filter(email_sent_at=None).exists()


def test_what_was_seen_already_needs_no_email(cast: Cast, server: Any) -> None:
    tell(cast, "Ruth")
    see_alert(alert=Alert.objects.get().pk, staff=cast["Ruth"], **SYSTEM)
    assert send_due_emails(NOON) == Sent(0, 0)


def test_a_server_that_is_away_is_tried_again_later_each_time(cast: Cast, settings: Any) -> None:
    settings.EMAIL_URL = "smtp://127.0.0.1:1"
    tell(cast, "Ruth")
    at = NOON
    for wait in (5, 10, 20):
        assert send_due_emails(at) == Sent(0, 1)
        alert = Alert.objects.get()
        assert alert.email_due_at - at == timedelta(minutes=wait)
        assert send_due_emails(at) == Sent(0, 0)  # not yet due
        at = alert.email_due_at
    assert alert.email_attempts == 3


def test_it_gives_up_after_ten_tries_and_somebody_can_see_it(cast: Cast, settings: Any) -> None:
    settings.EMAIL_URL = "smtp://127.0.0.1:1"
    tell(cast, "Ruth")
    at = NOON
    for _ in range(MOST_ATTEMPTS):
        assert send_due_emails(at) == Sent(0, 1)
        at += timedelta(days=1)
    assert send_due_emails(at) == Sent(0, 0)
    assert emails_given_up() == 1
    assert AuditEvent.objects.filter(verb="alert.email_tried").count() == MOST_ATTEMPTS


def test_two_workers_do_not_send_it_twice(cast: Cast, server: Any) -> None:
    tell(cast, "Ruth")
    assert claim_email(staff=cast["Ruth"].pk, **SYSTEM)
    assert not claim_email(staff=cast["Ruth"].pk, **SYSTEM)
    assert send_due_emails(NOON) == Sent(0, 0)
    assert send_due_emails(NOON + timedelta(minutes=5)) == Sent(1, 0)  # the first worker died


def test_without_a_server_nothing_is_due(cast: Cast, settings: Any) -> None:
    settings.EMAIL_URL = ""
    tell(cast, "Ruth")
    assert Alert.objects.get().email_due_at is None
    assert send_due_emails(LATER) == Sent(0, 0)


@pytest.mark.parametrize(
    "url,host,port,ssl,tls",
    [
        ("smtp://mail.example", "mail.example", 587, False, True),
        ("smtp://localhost:25", "localhost", 25, False, False),
        ("smtp://mail.example:25?starttls=no", "mail.example", 25, False, False),
        ("smtps://a%40b:p%3Aw@mail.example", "mail.example", 465, True, False),
    ],
)
def test_the_address_of_the_server(url: str, host: str, port: int, ssl: bool, tls: bool) -> None:
    found = mail.server(url)
    assert (found["host"], found["port"], found["use_ssl"], found["use_tls"]) == (
        host, port, ssl, tls,
    )  # fmt: skip
    if ssl:
        assert (found["username"], found["password"]) == ("a@b", "p:w")


def test_another_address_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="must look like smtp://"):
        mail.server("http://mail.example")

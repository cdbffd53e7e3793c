"""Sending the one email that Heard sends: that there is a message, not what it says."""

from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from heard.foundations.reminders.rules import SUBJECT, body

HERE = {"localhost", "127.0.0.1", "::1"}


def send(to: str) -> None:
    """Send it. Raises OSError or SMTPException when the server does not take it."""
    message = EmailMessage(
        SUBJECT,
        body(settings.ADDRESS),
        settings.DEFAULT_FROM_EMAIL,
        [to],
        connection=EmailBackend(**server(settings.EMAIL_URL)),
    )
    message.send(fail_silently=False)


def server(url: str) -> dict[str, Any]:
    """Return what HEARD_EMAIL_URL says about the mail server.

    smtps:// is encrypted from the start. smtp:// must turn encryption on (STARTTLS), unless the
    server is this machine, or the address ends in ?starttls=no. Raises ValueError in plain words.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ValueError("HEARD_EMAIL_URL must look like smtp://user:password@host:port")
    encrypted = parts.scheme == "smtps"
    return {
        "host": parts.hostname,
        "port": parts.port or (465 if encrypted else 587),
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": encrypted,
        "use_tls": not encrypted and not _plain(parts),
        "timeout": 20,
    }


def _plain(parts: SplitResult) -> bool:
    return parts.hostname in HERE or parse_qs(parts.query).get("starttls") == ["no"]

"""Every setting that the environment may give, in one table; the reference page is made from it."""

import os
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from heard.foundations.deployment import keyfiles


class Setting(NamedTuple):
    """One setting: what it means, and what holds when it is not given."""

    meaning: str
    default: str


SETTINGS = {
    "HEARD_DATA": Setting("Folder of all that Heard keeps.", "~/.heard"),
    "HEARD_DATABASE_URL": Setting(
        "postgresql://user:password@host:port/name; empty: SQLite in HEARD_DATA.", ""
    ),
    "HEARD_TODAY": Setting("Fixes the day (YYYY-MM-DD), for tests, pictures and the demo.", ""),
    "HEARD_SECRET_KEY": Setting("Signs sessions; empty: made once, in HEARD_DATA/keys.", ""),
    "HEARD_ADDRESS": Setting(
        "Address that people type, such as https://heard.example.gov.uk; https turns on "
        "secure cookies.",
        "http://localhost:8000",
    ),
    "HEARD_AUDIT_HEADS": Setting(
        "Folder where heads of the audit chain are written; keep it where the database "
        "account cannot write.",
        "HEARD_DATA/audit_heads",
    ),
    "HEARD_EMAIL_URL": Setting(
        "smtp://user:password@host:port (STARTTLS, unless on this machine) or smtps://..., to send "
        "alerts without content; empty: none are sent.",
        "",
    ),
    "HEARD_EMAIL_FROM": Setting("Sender of those emails.", "heard@localhost"),
    "HEARD_SSD_URL": Setting(
        "postgresql://... of the database that holds the SSD, with an account that may only read; "
        "for heard import ssd --database.",
        "",
    ),
    "HEARD_TEST_DATA": Setting("Real schemas and samples; used by tests and bench only.", ""),
}


def read(name: str) -> str:
    """Return the value of a setting of the table above, or its default."""
    return os.environ.get(name) or SETTINGS[name].default


def data_folder() -> Path:
    """Return the folder of all that Heard keeps, made when absent, private to its account."""
    folder = Path(read("HEARD_DATA")).expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "keys").mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def key_file(name: str) -> str:
    """Return the key kept in HEARD_DATA/keys, made at first use, readable by its account only."""
    path = data_folder() / "keys" / name
    keyfiles.make(path)
    return keyfiles.read(path).decode()


def database(url: str, folder: Path) -> dict[str, Any]:
    """Return Django's description of the database behind a URL.

    Raises ValueError in plain words when the URL is of another kind.
    """
    if not url:
        return sqlite(folder / "heard.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ValueError("HEARD_DATABASE_URL must begin with postgresql:// or sqlite://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


def sqlite(path: Path) -> dict[str, Any]:
    """Return SQLite as Heard wants it: nothing acknowledged is lost by a power cut."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
            ),
        },
    }

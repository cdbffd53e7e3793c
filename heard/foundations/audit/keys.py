"""The audit keys: files outside the database, numbered, made once and never made again.

A deployment that lost its key must not quietly begin with another one: the trail could then be
rewritten. So the first key is made only while the trail is empty, and the next only by rotation.
"""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from heard.foundations.deployment import keyfiles


class KeyMissing(RuntimeError):
    """The key that the trail needs is not there; the message says where it belongs."""


def file(number: int) -> Path:
    """Return where a key belongs."""
    return Path(settings.KEYS) / f"audit-{number}.key"


def get(number: int) -> bytes:
    """Return a key. Raises KeyMissing in plain words."""
    return _read(file(number))


def make(number: int) -> None:
    """Make a key where there is none. A key that is there stays as it is."""
    keyfiles.make(file(number))


@lru_cache(maxsize=32)
def _read(path: Path) -> bytes:
    back = "Put it back from where you keep the keys (docs/safety/key-custody.md)"
    try:
        key = keyfiles.read(path)
    except FileNotFoundError:
        words = f"The audit key {path} is missing. {back}; without it the trail can be neither "
        raise KeyMissing(f"{words}written nor checked.") from None
    if not key:
        raise KeyMissing(f"The audit key {path} is empty. {back}.")
    return key

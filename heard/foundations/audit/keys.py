"""The audit keys: files outside the database, numbered, made once and never made again.

A deployment that lost its key must not quietly begin with another one: the trail could then be
rewritten. So the first key is made only while the trail is empty, and the next only by rotation.
"""

import hashlib
import os
import secrets
from functools import lru_cache
from pathlib import Path

from django.conf import settings


class KeyMissing(RuntimeError):
    """The key that the trail needs is not there; the message says where it belongs."""


def file(number: int) -> Path:
    """Return where a key belongs."""
    return Path(settings.KEYS) / f"audit-{number}.key"


def get(number: int) -> bytes:
    """Return a key. Raises KeyMissing in plain words."""
    return _read(str(file(number)))


def make(number: int) -> None:
    """Make a key where there is none. A key that is there stays as it is."""
    path = file(number)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as out:
        out.write(secrets.token_hex(32))
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(fresh, path)  # whole or not at all, and never over another
    except FileExistsError:
        return
    finally:
        fresh.unlink()


def fingerprint(key: bytes) -> str:
    """Return what tells keys apart without giving them away: 16 hex digits."""
    return hashlib.sha256(b"heard key " + key).hexdigest()[:16]


@lru_cache(maxsize=32)
def _read(path: str) -> bytes:
    try:
        key = Path(path).read_text().strip()
    except FileNotFoundError:
        raise KeyMissing(
            f"The audit key {path} is missing. Put it back from where you keep the keys "
            "(docs/safety/key-custody.md); without it the trail can be neither written nor checked."
        ) from None
    if not key:
        raise KeyMissing(
            f"The audit key {path} is empty. Put it back from where you keep the keys."
        )
    return key.encode()

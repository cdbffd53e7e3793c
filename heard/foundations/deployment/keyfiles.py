"""Key files: made once, whole or not at all, for the eyes of one account. Pure Python."""

import hashlib
import os
import secrets
from pathlib import Path


def make(path: Path) -> None:
    """Make a file with 32 random bytes in hex. A file that is there stays as it is."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists():
        return
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as out:
        out.write(secrets.token_hex(32))
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(fresh, path)  # never over another, and never half written
    except FileExistsError:  # another process was quicker: its key holds
        return
    finally:
        fresh.unlink()


def read(path: Path) -> bytes:
    """Return a key. Raises FileNotFoundError."""
    return path.read_text().strip().encode()


def fingerprint(key: bytes) -> str:
    """Return what tells keys apart without giving them away: 16 hex digits."""
    return hashlib.sha256(b"heard key " + key).hexdigest()[:16]

"""One encrypted file: a header that anybody can read, then chunks that only the key opens.

AES-256-GCM in chunks of 1 MiB. Each file has a key of its own, made from the backup key and 32
random bytes in the header (HKDF-SHA256). A chunk's nonce is its number and whether it is the last,
and the header is bound to every chunk: nothing can be cut, moved, swapped or added unnoticed.
"""

import hashlib
import json
import secrets
import struct
from collections.abc import Callable
from typing import Any, BinaryIO, NoReturn

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from heard.foundations.safekeeping.problems import Refused

MAGIC = b"HEARD BACKUP 1\n"
CHUNK, TAG, LONGEST_HEADER = 1024 * 1024, 16, 64 * 1024


class Writer:
    """Takes bytes as a file does, and writes them sealed. `close` writes the last chunk."""

    def __init__(self, out: BinaryIO, key: bytes, header: dict[str, Any]) -> None:
        salt = secrets.token_bytes(32)
        text = json.dumps({**header, "salt": salt.hex()}, sort_keys=True).encode()
        opening = MAGIC + struct.pack(">I", len(text)) + text
        self._cipher, self._bound = _cipher(key, salt), hashlib.sha256(opening).digest()
        self._out, self._waiting, self._number = out, bytearray(), 0
        out.write(opening)

    def write(self, data: bytes) -> int:
        """Take some bytes; full chunks are written, but the last is kept back."""
        self._waiting += data
        while len(self._waiting) > CHUNK:
            self._chunk(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]
        return len(data)

    def close(self) -> None:
        """Write the last chunk, which says that it is the last."""
        self._chunk(bytes(self._waiting), last=True)

    def _chunk(self, data: bytes, last: bool) -> None:
        nonce = _nonce(self._number, last)
        self._out.write(self._cipher.encrypt(nonce, data, self._bound))
        self._number += 1


def read_header(source: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """Return what a backup says of itself, and the bytes that said it. Raises Refused."""
    if source.read(len(MAGIC)) != MAGIC:
        raise Refused("This file is not a backup of Heard, or its beginning is damaged.")
    length = source.read(4)
    size = struct.unpack(">I", length)[0] if len(length) == 4 else 0
    text = source.read(size) if size <= LONGEST_HEADER else b""
    try:
        header = json.loads(text)
        bytes.fromhex(header["salt"])
    except (ValueError, KeyError, TypeError):
        raise Refused("The beginning of this backup is damaged. Use another copy of it.") from None
    return header, MAGIC + length + text


class Reader:
    """Gives back the bytes of a sealed file, each chunk only after it was found to be whole."""

    def __init__(self, source: BinaryIO, key: bytes) -> None:
        self.header, opening = read_header(source)
        salt = bytes.fromhex(self.header["salt"])
        self._cipher, self._bound = _cipher(key, salt), hashlib.sha256(opening).digest()
        self._source, self._number, self._ended = source, 0, False
        self._ahead, self._ready = source.read(CHUNK + TAG), bytearray()

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes, fewer only at the end. Raises Refused where it is damaged."""
        while not self._ended and (size < 0 or len(self._ready) < size):
            self._open_next()
        take = len(self._ready) if size < 0 else size
        data = bytes(self._ready[:take])
        del self._ready[:take]
        return data

    def _open_next(self) -> None:
        present, self._ahead = self._ahead, self._source.read(CHUNK + TAG)
        last = not self._ahead
        try:
            self._ready += self._cipher.decrypt(_nonce(self._number, last), present, self._bound)
        except (InvalidTag, ValueError):
            self._refuse(present, last)
        self._number, self._ended = self._number + 1, last

    def _refuse(self, present: bytes, last: bool) -> NoReturn:
        place = f"after about {self._number} MiB"
        if last and self._opens(present, last=False):
            raise Refused(f"This backup is not whole: it was cut {place}. Use another copy of it.")
        raise Refused(f"This backup is damaged or was cut, {place}. Use another copy of it.")

    def _opens(self, present: bytes, last: bool) -> bool:
        try:
            self._cipher.decrypt(_nonce(self._number, last), present, self._bound)
        except (InvalidTag, ValueError):
            return False
        return True


def _nonce(number: int, last: bool) -> bytes:
    return struct.pack(">IQ", int(last), number)


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt, b"heard backup").derive(key))


class Hashed:
    """Reads from a file, counting and hashing what was read."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read, self._hash, self.size = read, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        """Return some bytes, remembered in the hash."""
        data = self._read(size)
        self._hash.update(data)
        self.size += len(data)
        return data

    @property
    def sha256(self) -> str:
        """The hash of all that was read, in hex."""
        return self._hash.hexdigest()

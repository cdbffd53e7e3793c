"""Unpacking a zip that somebody sent: every limit is checked before a byte is inflated.

Limits (safety.md T32): 100 files, 100 times their packed size, 200 MB in all, no zip in a zip, no
paths, no links, no passwords.
"""

import shutil
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO, BinaryIO

from heard.edges.imports.incoming.place import safe_name

FILES = 100
TIMES = 100
SMALL = 1024 * 1024  # a file of up to 1 MB may shrink as it likes
TOTAL = 200 * 1024 * 1024
_DIRECTORY = 1024 * 1024
_END, _END_SIZE, _COMMENT = b"PK\x05\x06", 22, 65535
_LOCATOR, _LOCATOR_SIZE = b"PK\x06\x07", 20  # of the list of a zip beyond 4 GB or 65,535 files
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_MAC = "__MACOSX/"


class RefusedArchive(Exception):
    """Nothing was unpacked; the message says why and what to do."""


def is_zip(path: Path) -> bool:
    """Say whether a file begins as a zip does."""
    with path.open("rb") as stream:
        return stream.read(4) in {b"PK\x03\x04", _END}


def unpack(path: Path, folder: Path) -> None:
    """Unpack a zip into one folder. Raises RefusedArchive; then the folder is empty."""
    try:
        with path.open("rb") as stream:
            _look_at_its_end(stream)
            with zipfile.ZipFile(stream) as archive:
                _inflate(archive, _chosen(archive), folder)
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError) as error:
        _empty(folder)
        raise RefusedArchive(
            "The zip file is damaged or stops in the middle. Make it again, or send the files "
            "as they are."
        ) from error
    except RefusedArchive:
        _empty(folder)
        raise


def _look_at_its_end(stream: BinaryIO) -> None:
    """The list of files stands at the end; an enormous one is refused before it is read."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _END_SIZE - _COMMENT))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or at + _END_SIZE > len(tail):
        raise zipfile.BadZipFile("it has no end")
    count, length = struct.unpack("<HL", tail[at + 10 : at + 16])
    longer_list = tail[max(0, at - _LOCATOR_SIZE) : at].startswith(_LOCATOR)
    if count > FILES or length > _DIRECTORY or longer_list:
        raise RefusedArchive(
            f"The zip file holds more than {FILES} files. Put the files of one return in it."
        )


def _chosen(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    files = [one for one in archive.infolist() if not one.is_dir() and not _is_clutter(one)]
    if len(files) > FILES:
        raise RefusedArchive(f"The zip file holds more than {FILES} files.")
    for one in files:
        _refuse_if_strange(one)
    if sum(one.file_size for one in files) > TOTAL:
        raise RefusedArchive("The files in the zip come to more than 200 MB.")
    ends = 0
    for one in sorted(archive.infolist(), key=lambda info: info.header_offset):
        if one.header_offset < ends:
            raise RefusedArchive("Files in the zip lie over each other, as in a trap.")
        ends = one.header_offset + one.compress_size
    return files


def _is_clutter(one: zipfile.ZipInfo) -> bool:
    """What a Mac adds beside each file."""
    return one.filename.startswith(_MAC) or one.filename.rpartition("/")[2].startswith(".")


def _refuse_if_strange(one: zipfile.ZipInfo) -> None:
    name = one.filename
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or ":" in name or ".." in parts:
        raise RefusedArchive("A file in the zip names a place outside it. Pack the files plainly.")
    mode = one.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
        raise RefusedArchive(f"{parts[-1]} in the zip is a link or a device, not a file.")
    if one.flag_bits & 1:
        raise RefusedArchive(
            "The zip file has a password. Send it without one: Heard keeps it safe."
        )
    if one.compress_type not in _METHODS:
        raise RefusedArchive(f"{parts[-1]} is packed in a way that Heard does not read.")
    if one.file_size > max(SMALL, TIMES * one.compress_size):
        raise RefusedArchive(f"{parts[-1]} would grow to more than {TIMES} times its packed size.")
    if name.lower().endswith(".zip"):
        raise RefusedArchive("There is a zip in the zip. Pack the files themselves.")


def _inflate(archive: zipfile.ZipFile, files: list[zipfile.ZipInfo], folder: Path) -> None:
    taken: set[str] = set()
    for one in files:
        name = safe_name(one.filename, taken)
        if name != safe_name(one.filename, set()):
            raise RefusedArchive(f"Two files in the zip are called {name.rpartition(' ')[0]}.")
        taken.add(name)
        with archive.open(one) as packed, (folder / name).open("xb") as out:
            _copy(packed, out, one.file_size)


def _copy(packed: IO[bytes], out: BinaryIO, size: int) -> None:
    """At most as much as the zip says: what is longer is a lie."""
    left = size
    while left and (block := packed.read(min(left, SMALL))):
        out.write(block)
        left -= len(block)
    if left or packed.read(1):
        raise zipfile.BadZipFile("a file is not as long as the list says")


def _empty(folder: Path) -> None:
    for one in folder.iterdir():
        if one.is_dir():
            shutil.rmtree(one)
        else:
            one.unlink()

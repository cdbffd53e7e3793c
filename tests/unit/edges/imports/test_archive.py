"""Zip files that are traps: refused within 2 seconds, in little memory, and nothing is left."""

import io
import stat
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from heard.edges.imports.incoming import archive
from heard.edges.imports.incoming.archive import RefusedArchive, unpack
from heard.edges.imports.incoming.place import safe_name


def zipped(*files: tuple[str | zipfile.ZipInfo, bytes], deflate: bool = True) -> bytes:
    data = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED
    with zipfile.ZipFile(data, "w", method) as made:
        for name, content in files:
            made.writestr(name, content, compress_type=method)
    return data.getvalue()


def bomb() -> bytes:
    return zipped(("reviews.csv", b"\0" * 50_000_000))


def many() -> bytes:
    return zipped(*((f"{n}.csv", b"") for n in range(archive.FILES + 1)))


def too_much() -> bytes:
    """Three files that say they are 100 MB each, with a ratio that is allowed."""
    content = b"".join(n.to_bytes(4, "big") for n in range(300_000)) * 2
    data = bytearray(zipped(*((f"{n}.csv", content) for n in range(3))))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 24 : at + 28] = struct.pack("<L", 100 * 1024 * 1024)
        at += 4
    return bytes(data)


def link() -> bytes:
    entry = zipfile.ZipInfo("reviews.csv")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return zipped((entry, b"/etc/passwd"))


def longer_than_it_says() -> bytes:
    data = bytearray(zipped(("a.csv", b"x" * 1000)))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 10)
    return bytes(data)


def lying_over_each_other() -> bytes:
    data = bytearray(zipped(("a.csv", b"a" * 99), ("b.csv", b"b" * 99), deflate=False))
    second = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 4)
    data[second + 42 : second + 46] = struct.pack("<L", 0)
    return bytes(data)


def a_million_entries() -> bytes:
    """The end says a million; it is believed before the list is read."""
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, 90_000_000, 0, 0)
    return b"PK\x03\x04" + b"\0" * 1000 + end


def a_hidden_long_list() -> bytes:
    data = zipped(("a.csv", b"x"))
    end = data.rfind(b"PK\x05\x06")
    return data[:end] + struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1) + data[end:]


TRAPS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb": (bomb, "100 times"),
    "too many files": (many, "more than 100 files"),
    "a million entries": (a_million_entries, "more than 100 files"),
    "a hidden long list": (a_hidden_long_list, "more than 100 files"),
    "too much in all": (too_much, "200 MB|damaged|100 times"),
    "a place above": (lambda: zipped(("../../x.csv", b"x")), "outside"),
    "a place at the root": (lambda: zipped(("/etc/x.csv", b"x")), "outside"),
    "a place on Windows": (lambda: zipped(("C:\\x.csv", b"x")), "outside"),
    "a link": (link, "link"),
    "a zip in the zip": (lambda: zipped(("a.zip", bomb())), "zip in the zip"),
    "two of one name": (lambda: zipped(("a/x.csv", b"1"), ("b/x.csv", b"2")), "Two files"),
    "longer than it says": (longer_than_it_says, "damaged"),
    "files over each other": (lying_over_each_other, "over each other|damaged"),
    "cut off": (lambda: zipped(("a.csv", b"x" * 999))[:-30], "damaged"),
    "no zip": (lambda: b"PK\x03\x04 and nothing", "damaged"),
}


@pytest.mark.parametrize("case", TRAPS, ids=str)
def test_a_trap_is_refused_quickly_and_leaves_nothing(case: str, tmp_path: Path) -> None:
    make, words = TRAPS[case]
    (tmp_path / "sent.zip").write_bytes(make())
    folder = tmp_path / "files"
    folder.mkdir()
    tracemalloc.start()
    began = time.process_time()
    with pytest.raises(RefusedArchive, match=words):
        unpack(tmp_path / "sent.zip", folder)
    assert time.process_time() - began < 2
    assert tracemalloc.get_traced_memory()[1] < 32_000_000
    tracemalloc.stop()
    assert list(folder.iterdir()) == []


def test_a_plain_zip_unpacks_flat_without_what_a_mac_adds(tmp_path: Path) -> None:
    files = [("903/header.csv", b"h"), ("903/", b""), ("__MACOSX/903/._header.csv", b"m")]
    (tmp_path / "sent.zip").write_bytes(zipped(*files))
    folder = tmp_path / "files"
    folder.mkdir()
    unpack(tmp_path / "sent.zip", folder)
    assert [(f.name, f.read_bytes()) for f in folder.iterdir()] == [("header.csv", b"h")]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("header.csv", "header.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\olu\\header.csv", "header.csv"),
        ("gpj\u202evsc.exe", "gpjvsc.exe"),
        ("a\r\nb\0.csv", "ab.csv"),
        (".hidden", "hidden"),
        ("...", "file"),
        ("", "file"),
        ("x" * 300 + ".csv", "x" * 116 + ".csv"),
    ],
)
def test_a_name_is_made_safe(given: str, name: str) -> None:
    assert safe_name(given, set()) == name


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert safe_name("a.csv", {"A.csv"}) == "a 2.csv"

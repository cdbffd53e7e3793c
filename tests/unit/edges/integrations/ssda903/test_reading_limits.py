"""What is too big is refused early, in words, and without taking memory."""

import tracemalloc
from pathlib import Path

import pytest

from heard.edges.integrations.systems.ssda903 import read_return
from heard.edges.integrations.tables.limits import MEGABYTE, Limits

from .returns import REVIEWS, file_of

GIGABYTE = 1024 * MEGABYTE
NO_SIZE_LIMIT = Limits(file_bytes=10 * GIGABYTE)


def sparse(path: Path, begins: bytes, size: int) -> None:
    """A file of that many bytes of nothing behind its beginning, without room on the disk."""
    with path.open("wb") as stream:
        stream.write(begins)
        stream.truncate(size)


@pytest.mark.parametrize("begins, line", [(b"", 1), (REVIEWS.encode() + b"\n", 2)])
def test_a_line_of_two_gigabytes_takes_no_memory(tmp_path: Path, begins: bytes, line: int) -> None:
    sparse(tmp_path / "r.csv", begins, 2 * GIGABYTE)
    tracemalloc.start()
    reading = read_return(tmp_path, NO_SIZE_LIMIT)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert f"Line {line} is longer than 64 KB" in reading.refused[0].reason
    assert peak < 20 * MEGABYTE


def test_a_file_over_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    sparse(tmp_path / "r.csv", REVIEWS.encode() + b"\n", 2 * GIGABYTE)
    assert "2.0 GB big; the limit is 100 MB" in read_return(tmp_path).refused[0].reason


def test_the_limits_are_settings(tmp_path: Path) -> None:
    file_of(tmp_path, "r.csv", REVIEWS, "1" * 100 + ",,,", "2,,,")
    assert read_return(tmp_path).table("Reviews").height == 2
    assert "Line 2" in read_return(tmp_path, Limits(line_bytes=90)).refused[0].reason
    assert "limit is 99 bytes" in read_return(tmp_path, Limits(file_bytes=99)).refused[0].reason


def test_a_long_line_across_blocks_is_found(tmp_path: Path) -> None:
    filler = ["1,,,"] * (MEGABYTE // 5 - 6_000)  # 30,000 bytes before the end of a block
    file_of(tmp_path, "r.csv", REVIEWS, *filler, "2" * 70_000 + ",,,")
    assert f"Line {len(filler) + 2} " in read_return(tmp_path).refused[0].reason


def test_a_big_file_that_is_no_table_is_not_read_to_its_end(tmp_path: Path) -> None:
    sparse(tmp_path / "film.mp4", b"ftyp,isom\n", 2 * GIGABYTE)
    reading = read_return(tmp_path, NO_SIZE_LIMIT)
    assert (len(reading.notes), reading.refused) == (1, [])

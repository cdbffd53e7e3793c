"""A sealed file opens with its key and as it was written, or not at all."""

import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heard.foundations.safekeeping.problems import Refused
from heard.foundations.safekeeping.sealed_file import CHUNK, MAGIC, TAG, Reader, Writer, read_header

KEY, HEADER = b"k" * 64, {"version": "0.1.0"}


def sealed(data: bytes, key: bytes = KEY) -> bytes:
    out = io.BytesIO()
    writer = Writer(out, key, HEADER)
    for place in range(0, len(data), 300_000):
        writer.write(data[place : place + 300_000])
    writer.close()
    return out.getvalue()


def opened(data: bytes, key: bytes = KEY) -> bytes:
    return Reader(io.BytesIO(data), key).read()


def chunks(data: bytes) -> tuple[bytes, list[bytes]]:
    source = io.BytesIO(data)
    _, opening = read_header(source)
    rest = source.read()
    size = CHUNK + TAG
    return opening, [rest[n : n + size] for n in range(0, len(rest), size)]


THREE = random.Random(1).randbytes(2 * CHUNK + 5000)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 5000])
def test_what_goes_in_comes_out(size: int) -> None:
    assert opened(sealed(THREE[:size])) == THREE[:size]


@given(st.lists(st.integers(0, 70_000), max_size=30))
def test_it_is_read_in_pieces_of_any_size(sizes: list[int]) -> None:
    data = THREE[: CHUNK + 70_000]
    reader = Reader(io.BytesIO(sealed(data)), KEY)
    pieces = [reader.read(size) for size in sizes]
    assert b"".join([*pieces, reader.read()]) == data


def test_nothing_of_what_is_inside_can_be_seen() -> None:
    words = b"I want to see Rex more" * 50_000
    assert b"to see Rex" not in sealed(words)  # long enough that chance does not spell it
    assert sealed(words) != sealed(words)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Refused, match="damaged"):
        opened(sealed(THREE), b"j" * 64)


def test_a_bit_that_flipped_anywhere_is_noticed() -> None:
    whole, dice = sealed(THREE), random.Random(2)
    places = [*range(len(MAGIC) + 110), *dice.sample(range(len(whole)), 60), len(whole) - 1]
    for place in places:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << dice.randrange(8)
        with pytest.raises(Refused):
            opened(bytes(flipped))
    assert opened(whole) == THREE  # the control


def test_a_cut_anywhere_is_noticed() -> None:
    whole, dice = sealed(THREE), random.Random(3)
    opening, parts = chunks(whole)
    ends = [len(opening) + n * (CHUNK + TAG) for n in range(len(parts))]
    for length in [0, 5, len(MAGIC), *ends, *dice.sample(range(len(whole)), 40), len(whole) - 1]:
        with pytest.raises(Refused):
            opened(whole[:length])


def test_chunks_that_were_moved_doubled_or_added_are_noticed() -> None:
    opening, (one, two, three) = chunks(sealed(THREE))
    _, others = chunks(sealed(THREE))
    for wrong in [
        [two, one, three],
        [one, one, two, three],
        [one, three],
        [one, two, three, three],
        [one, two, three, b"x"],
        [one, others[1], three],
    ]:
        with pytest.raises(Refused):
            opened(opening + b"".join(wrong))
    assert opened(opening + one + two + three) == THREE  # the control


def test_a_header_that_was_changed_is_noticed() -> None:
    with pytest.raises(Refused):
        opened(sealed(THREE).replace(b'"0.1.0"', b'"0.0.9"'))
    assert read_header(io.BytesIO(sealed(b"")))[0]["version"] == "0.1.0"

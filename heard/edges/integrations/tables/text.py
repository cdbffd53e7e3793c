"""From bytes to text, in the encodings that authorities' extracts come in."""

import codecs
from typing import NamedTuple

UNREADABLE = "\ufffd"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # before UTF-16: it begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)


class Text(NamedTuple):
    """Text with line breaks made alike, the name of its encoding, and whether bytes were lost."""

    text: str
    encoding: str
    damaged: bool


def decode(data: bytes) -> Text:
    """By its byte order mark; else UTF-8; else Windows-1252, as older systems write.

    Bytes that the encoding does not have become U+FFFD and `damaged` is true: the rows that
    hold one cannot be trusted.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :], codec, name)
    try:
        return Text(_one_line_break(data.decode("utf-8")), "UTF-8", False)
    except UnicodeDecodeError as error:
        if _cut_off(error, data):
            return _text(data, "utf-8", "UTF-8")
        return _text(data, "cp1252", "Windows-1252")


def _cut_off(error: UnicodeDecodeError, data: bytes) -> bool:
    """Whether the only fault is that the last letter is not there to its end."""
    return error.reason == "unexpected end of data" and error.end == len(data)


def _text(data: bytes, codec: str, name: str) -> Text:
    try:
        return Text(_one_line_break(data.decode(codec)), name, False)
    except UnicodeDecodeError:
        return Text(_one_line_break(data.decode(codec, errors="replace")), name, True)


def _one_line_break(text: str) -> str:
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")

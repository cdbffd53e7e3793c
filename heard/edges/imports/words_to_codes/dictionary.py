"""The authority's own dictionary, then what Heard knows by itself; never a guess."""

from typing import NamedTuple

import polars as pl

from heard.edges.imports.models import MappedWords, WordsOfReview
from heard.edges.imports.words_to_codes.known import is_code, known_code
from heard.edges.imports.words_to_codes.normalise import as_written, normalised
from heard.foundations.deployment.frames import insert_frame, new_ids
from heard.kernel.codes import LOCAL, SSDA903, VOICE


class Meant(NamedTuple):
    """What a text means: scheme and code, both blank where it says nothing of how the child took
    part; scheme local, and the text itself, where nobody knows.
    """

    scheme: str
    code: str


class Dictionary:
    """What the texts of one source (ssd, ssda903, facts) mean now."""

    def __init__(self, source: str) -> None:
        rows = MappedWords.objects.filter(source=source).order_by("decided_at", "id")
        self.learned = {row.key: Meant(row.scheme, row.code) for row in rows}

    def code_for(self, text: str | None) -> Meant:
        """Return what the text means: as somebody of the authority decided last, else as known."""
        plain = as_written(text or "")
        decided = self.learned.get(normalised(plain))
        if decided:
            return Meant(LOCAL, plain) if decided.scheme == LOCAL else decided
        code = known_code(text or "")
        if code is None:
            return Meant(LOCAL, plain)
        return Meant(SSDA903 if code else "", code)


def code_for(source: str, text: str) -> Meant:
    """Return the scheme and code of one text of a source; for many, use a Dictionary."""
    return Dictionary(source).code_for(text)


def with_codes(rows: pl.DataFrame, source: str, column: str = "text") -> pl.DataFrame:
    """Add scheme, code and reason to rows, from what their column says.

    The reason is the text itself where it means PN8 of voice-2023 (the chair decided that there is
    a valid reason), which never stands without one; else blank.
    """
    dictionary = Dictionary(source)
    texts = rows[column].unique().to_list()
    meant = [dictionary.code_for(text) for text in texts]
    reasons = [
        as_written(t or "") if m == (VOICE, "PN8") else ""
        for t, m in zip(texts, meant, strict=True)
    ]
    schema = dict.fromkeys((column, "scheme", "code", "reason"), pl.String)
    found = [(text, *one, why) for text, one, why in zip(texts, meant, reasons, strict=True)]
    return rows.join(
        pl.DataFrame(found, schema=schema, orient="row"),
        on=column,
        how="left",
        nulls_equal=True,
        maintain_order="left",
    )


def keep_words(rows: pl.DataFrame, source: str) -> None:
    """Keep the words (review, text) behind reviews just brought in, inside their operation.

    So that a decision that is changed later reaches them. A code of the statutory list alone is
    not kept: it means what it says.
    """
    spoken = {text: as_written(text) for text in rows["text"].drop_nulls().unique()}
    keys = {text: normalised(plain) for text, plain in spoken.items()}
    said = [text for text, key in keys.items() if key and not is_code(key)]
    kept = rows.filter(pl.col("text").is_in(said))
    named = kept.select(
        new_ids(kept.height),
        "review",
        pl.col("text").replace_strict(keys, return_dtype=pl.String).alias("key"),
        pl.col("text").replace_strict(spoken, return_dtype=pl.String).alias("written"),
    )
    insert_frame(WordsOfReview, named, source=source)

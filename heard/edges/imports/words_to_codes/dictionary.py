"""The authority's own dictionary, then what Heard knows by itself; never a guess."""

from typing import NamedTuple

import polars as pl

from heard.edges.imports.models import MappedWords, WordsOfReview
from heard.edges.imports.words_to_codes.known import is_code, known_code
from heard.edges.imports.words_to_codes.normalise import as_written, normalised
from heard.foundations.deployment.frames import insert_frame, new_ids
from heard.kernel.codes import LOCAL, SSDA903, VOICE

FACTS = "facts"


class Meant(NamedTuple):
    """What a text means: scheme and code, both blank where it says nothing of how the child took
    part; scheme local, and the text itself, where nobody knows.
    """

    scheme: str
    code: str


class Dictionary:
    """What the texts of one source (ssd, ssda903, facts) mean now.

    A text that comes from facts was looked at in another Heard, which did not know it: only what
    this authority decided gives it a code.
    """

    def __init__(self, source: str) -> None:
        self.knows = source != FACTS
        rows = MappedWords.objects.filter(source=source).order_by("decided_at", "id")
        self.learned = {row.key: Meant(row.scheme, row.code) for row in rows}

    def code_for(self, text: str | None) -> Meant:
        """Return what the text means: as somebody of the authority decided last, else as known."""
        plain = as_written(text or "")
        decided = self.learned.get(normalised(plain))
        if decided:
            return Meant(LOCAL, plain) if decided.scheme == LOCAL else decided
        code = known_code(text or "") if self.knows else None
        return Meant(LOCAL, plain) if code is None else Meant(SSDA903 if code else "", code)


def code_for(source: str, text: str) -> Meant:
    """Return the scheme and code of one text of a source; for many, use a Dictionary."""
    return Dictionary(source).code_for(text)


def with_codes(rows: pl.DataFrame, source: str, column: str = "text") -> pl.DataFrame:
    """Add scheme, code and reason to rows, from what their column says.

    The reason is the text itself where it means PN8 of voice-2023 (the chair decided that there is
    a valid reason), which never stands without one; else blank.
    """
    dictionary = Dictionary(source)
    found = [(text, *_coded(text, dictionary)) for text in rows[column].unique()]
    schema = dict.fromkeys((column, "scheme", "code", "reason"), pl.String)
    return rows.join(
        pl.DataFrame(found, schema=schema, orient="row"),
        on=column,
        how="left",
        nulls_equal=True,
        maintain_order="left",
    )


def _coded(text: str | None, dictionary: Dictionary) -> tuple[str, str, str]:
    meant = dictionary.code_for(text)
    reason = as_written(text or "") if meant == (VOICE, "PN8") else ""
    return (*meant, reason)


def where_local(rows: pl.DataFrame, source: str) -> pl.DataFrame:
    """Give rows of scheme local (scheme, code, perhaps reason) the code that their text means.

    Adds `text`, which is null where the row came with a code. A reason that came is kept.
    """
    has_words = (pl.col("scheme") == LOCAL) & (pl.col("code").str.strip_chars() != "")
    rows = rows.with_columns(text=pl.when(has_words).then("code"))
    if "reason" not in rows.columns:
        rows = rows.with_columns(reason=pl.lit(""))
    said = with_codes(rows.select("text").unique(), source)
    both = rows.join(said, on="text", how="left", maintain_order="left", suffix="_said")
    own = pl.col("text").is_not_null()
    reason = pl.when(own & (pl.col("reason") == "")).then("reason_said").otherwise("reason")
    return both.with_columns(
        pl.when(own).then("scheme_said").otherwise("scheme").alias("scheme"),
        pl.when(own).then("code_said").otherwise("code").alias("code"),
        reason.alias("reason"),
    ).drop("scheme_said", "code_said", "reason_said")


def keep_words(rows: pl.DataFrame, source: str) -> None:
    """Keep the words (review, text) behind reviews just brought in, inside their operation.

    So that a decision that is changed later reaches them. A code of the statutory list alone is
    not kept: it means what it says. Nor is a text that nobody knows: the review itself has it.
    """
    spoken = {text: as_written(text) for text in rows["text"].drop_nulls().unique()}
    keys = {text: normalised(plain) for text, plain in spoken.items()}
    dictionary = Dictionary(source)
    said = [
        text
        for text, key in keys.items()
        if text.strip() and not is_code(key) and dictionary.code_for(text).scheme != LOCAL
    ]
    kept = rows.filter(pl.col("text").is_in(said))
    named = kept.select(
        new_ids(kept.height),
        "review",
        pl.col("text").replace_strict(keys, return_dtype=pl.String).alias("key"),
        pl.col("text").replace_strict(spoken, return_dtype=pl.String).alias("written"),
    )
    insert_frame(WordsOfReview, named, source=source)

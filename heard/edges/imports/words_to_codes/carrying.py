"""The reviews that carry a text: as their own words, or coded from them."""

import polars as pl

from heard.child.reviews.wording import coded_reviews
from heard.edges.imports.models import WordsOfReview
from heard.edges.imports.words_to_codes.dictionary import Meant
from heard.edges.imports.words_to_codes.normalise import normalised
from heard.foundations.deployment.frames import frame
from heard.kernel.codes import LOCAL, VOICE


def carrying(source: str, key: str, meant: Meant) -> pl.DataFrame:
    """Return the reviews of a source whose words are these, each with its `words` as written.

    Only those whose code still is what the words meant until now: a code that somebody gave in
    Heard since then is left alone.
    """
    reviews = coded_reviews(source)
    local = reviews.filter(pl.col("scheme") == LOCAL)
    own = [text for text in local["code"].unique() if normalised(text) == key]
    as_own = local.filter(pl.col("code").is_in(own)).with_columns(words=pl.col("code"))
    if meant.scheme == LOCAL:
        return as_own
    kept = frame(WordsOfReview.objects.filter(source=source, key=key), "review", "written")
    coded = reviews.join(kept, left_on="id", right_on="review", how="inner")
    same = (pl.col("scheme") == meant.scheme) & (pl.col("code") == meant.code)
    return pl.concat([as_own, coded.filter(same).rename({"written": "words"})])


def recoded(rows: pl.DataFrame, meant: Meant) -> pl.DataFrame:
    """Return the rows with what they mean now. PN8 of voice-2023 takes the words as its reason."""
    needs = pl.lit(meant == (VOICE, "PN8"))
    blank, ours = pl.col("reason") == "", pl.col("reason") == pl.col("words")
    reason = pl.when(blank & needs).then("words").when(ours & ~needs).then(pl.lit(""))
    code = pl.col("words") if meant.scheme == LOCAL else pl.lit(meant.code)
    return rows.with_columns(
        scheme=pl.lit(meant.scheme), code=code, reason=reason.otherwise("reason")
    )

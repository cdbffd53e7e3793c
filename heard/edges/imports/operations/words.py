"""Saying what a text means: Heard learns it, and the reviews that carry it change with it."""

from datetime import datetime

import polars as pl

from heard.child.reviews.wording import recode
from heard.edges.imports.models import MappedWords, WordsOfReview
from heard.edges.imports.operations.alone import one_at_a_time
from heard.edges.imports.words_to_codes import Dictionary, Meant
from heard.edges.imports.words_to_codes.carrying import carrying, recoded
from heard.edges.imports.words_to_codes.normalise import as_written, normalised
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.frames import frame, insert_frame, new_ids
from heard.kernel.codes import LOCAL


@operation("imports.words_mapped")
def map_words(
    *, source: str, text: str, meant: Meant, by: Actor, at: datetime, audit: Recorder
) -> int:
    """Keep what a text of a source means (a code blank for scheme local); returns how many reviews
    changed. An earlier decision stays beside the new one, which counts.
    """
    one_at_a_time()
    written, key = as_written(text), normalised(as_written(text))
    rows = carrying(source, key, Dictionary(source).code_for(text))
    decision = MappedWords.objects.create(
        source=source, key=key, written=written, scheme=meant.scheme, code=meant.code,
        decided_by=by.name, decided_at=at,
    )  # fmt: skip
    _remember(rows, decision)
    if rows.height:
        recode(rows=recoded(rows, meant), words=str(decision.pk), by=by, at=at)
    data = {"source": source, "scheme": meant.scheme, "code": meant.code, "reviews": rows.height}
    audit(subject=("words", str(decision.pk)), data=data)
    return rows.height


def _remember(rows: pl.DataFrame, decision: MappedWords) -> None:
    """Keep the words beside a review that no longer shows them itself, for a later decision."""
    words = WordsOfReview.objects.filter(source=decision.source, key=decision.key)
    if decision.scheme == LOCAL:
        words.delete()
        return
    fresh = rows.join(frame(words, "review"), left_on="id", right_on="review", how="anti")
    named = fresh.select(
        new_ids(fresh.height), pl.col("id").alias("review"), pl.col("words").alias("written")
    )
    insert_frame(WordsOfReview, named, source=decision.source, key=decision.key)

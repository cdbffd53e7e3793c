"""What rows must be to each other: known children, one fact for an id, days in order."""

import polars as pl

from heard.edges.imports.facts_folder.columns import names
from heard.edges.imports.facts_folder.faults import Faults, words
from heard.kernel import codes

IDS = {
    "children": ("child_id",),
    "assessments": ("assessment_id", "child_id"),
    "closures": ("closure_id", "child_id"),
    "reviews": ("review_id", "child_id"),
    "askings": ("asking_id", "child_id"),
}
_DAYS_IN_ORDER = {"work": ("start_date", "end_date"), "exemptions": ("from_date", "to_date")}
Rows = dict[str, pl.DataFrame]


def check_relations(rows: Rows, faults: Faults) -> None:
    """Name every row that does not fit the others; rows are typed, and each stands once."""
    for file, frame in rows.items():
        if file in IDS:
            _one_fact_for_an_id(file, frame, faults)
        if "child_id" in names(file) and file != "children" and "children" in rows:
            _known_child(file, frame, rows["children"], faults)
        if file in _DAYS_IN_ORDER:
            _days_in_order(file, frame, *_DAYS_IN_ORDER[file], faults)
    if "confirmations" in rows:
        _reason_for_not_appropriate(rows["confirmations"], faults)
    if "reviews" in rows:
        _codes(rows["reviews"], faults)
    if "talks" in rows and "askings" in rows:
        _talks(rows["talks"], rows["askings"], faults)


def _one_fact_for_an_id(file: str, frame: pl.DataFrame, faults: Faults) -> None:
    keys = list(IDS[file])
    first = frame.with_columns(pl.col("line").first().over(keys).alias("first"))
    filled = pl.all_horizontal(pl.col(keys) != "")
    again = first.filter(filled & (pl.col("line") != pl.col("first")))
    wrong = pl.format(
        "The same " + " and ".join(keys) + " stands with other facts in line {}.", pl.col("first")
    )
    faults.add_rows(file, again, keys[0], wrong, "one row, or rows that are the same to the letter")


def _known_child(file: str, frame: pl.DataFrame, children: pl.DataFrame, faults: Faults) -> None:
    unknown = frame.filter(pl.col("child_id") != "").join(children, on="child_id", how="anti")
    wrong = words("The child {} is not known.", "child_id")
    faults.add_rows(file, unknown, "child_id", wrong, "a child_id of children.csv")


def _days_in_order(file: str, frame: pl.DataFrame, first: str, last: str, faults: Faults) -> None:
    wrong = pl.format("{} is before " + first + " {}.", pl.col(last), pl.col(first))
    found = frame.filter(pl.col(last) < pl.col(first))
    faults.add_rows(file, found, last, wrong, "the same day or a later one")


def _no_reason() -> pl.Expr:
    return pl.col("reason").str.strip_chars() == ""


def _reason_for_not_appropriate(frame: pl.DataFrame, faults: Faults) -> None:
    found = frame.filter((pl.col("answer") == "not_appropriate") & _no_reason())
    wrong = pl.lit("The answer is not_appropriate, and there is no reason.")
    faults.add_rows("confirmations", found, "reason", wrong, "the reason that the manager gave")


def _codes(frame: pl.DataFrame, faults: Faults) -> None:
    code, scheme = pl.col("code"), pl.col("scheme")
    homeless = frame.filter((code != "") & (scheme == ""))
    one_of = f"one of {', '.join(codes.SCHEMES)}"
    wrong = words("The code {} stands without a scheme.", "code")
    faults.add_rows("reviews", homeless, "scheme", wrong, one_of)
    for name, known in codes.WORDS.items():
        unknown = frame.filter((scheme == name) & (code != "") & ~code.is_in(list(known)))
        wrong = words(f"{name} has no code {{}}.", "code")
        faults.add_rows("reviews", unknown, "code", wrong, f"one of {', '.join(known)}, or nothing")
    found = frame.filter((scheme == codes.VOICE) & (code == "PN8") & _no_reason())
    wrong = pl.lit("PN8 stands without a reason.")
    faults.add_rows("reviews", found, "reason", wrong, "the reason that the chair gave")


def _talks(talks: pl.DataFrame, askings: pl.DataFrame, faults: Faults) -> None:
    known = talks.filter(pl.col("asking_id") != "")
    unknown = known.join(askings, on="asking_id", how="anti")
    wrong = words("The asking {} is not known.", "asking_id")
    faults.add_rows("talks", unknown, "asking_id", wrong, "an asking_id of askings.csv")
    first = askings.group_by("asking_id").agg(pl.col("asked_on").max())
    early = known.join(first, on="asking_id").filter(pl.col("talked_on") < pl.col("asked_on"))
    before = pl.format("{} is before the asking of {}.", pl.col("talked_on"), pl.col("asked_on"))
    faults.add_rows("talks", early, "talked_on", before, "the day of the asking or a later one")

"""What bringing in a folder would change in Heard: worked out first, then done or only shown."""

from collections.abc import Collection
from dataclasses import dataclass, field

import polars as pl

from heard.child.asking_due import intake as asking_due
from heard.child.evidence import intake as evidence
from heard.child.people import intake as people
from heard.child.reviews import intake as reviews
from heard.edges.imports.facts_folder.compare import Compared, compare, compare_periods
from heard.edges.imports.facts_folder.faults import Faults
from heard.edges.imports.facts_folder.order import in_order_of_recording
from heard.edges.imports.words_to_codes import where_local
from heard.foundations.deployment.frames import new_ids

Rows = dict[str, pl.DataFrame]
DECIDE = "what Heard has; where the file is right, a person changes it in Heard first"


@dataclass
class Change:
    """What one file brings: frames in the words of the intake, and counts of the file's rows.

    `new_rows`: the rows of the file behind `new`, where one row brings several (a talk with
    siblings is one for each).
    """

    new: pl.DataFrame
    changed: pl.DataFrame
    same: int
    new_rows: int | None = None

    @property
    def counts(self) -> dict[str, int]:
        """The change in numbers."""
        new = self.new.height if self.new_rows is None else self.new_rows
        return {"new": new, "changed": self.changed.height, "unchanged": self.same}


@dataclass
class Plan:
    """The changes by kind, in the order in which they are brought in."""

    changes: dict[str, Change] = field(default_factory=dict)

    @property
    def changes_anything(self) -> bool:
        """Whether Heard would be other than it is."""
        return any(c.new.height or c.changed.height for c in self.changes.values())


def make_plan(rows: Rows, set_aside: Collection[str], faults: Faults) -> Plan:
    """Compare a folder that is sound in itself with Heard; what contradicts Heard is a fault.

    `set_aside` are the ids of the reviews that a person set aside when settling.
    """
    plan = Plan()
    ids = _children(rows["children"], plan, faults)
    of_child = {
        name: frame.join(ids, on="child_id", how="inner", maintain_order="left")
        for name, frame in rows.items()
        if name not in {"children", "talks"}
    }
    _work(of_child["work"], plan)
    _points(of_child, plan, faults)
    _confirmations(of_child["confirmations"], plan)
    _reviews(of_child["reviews"], set_aside, plan, faults)
    askings = _askings(of_child["askings"], plan, faults)
    _talks(rows["talks"], askings, plan)
    _exemptions(of_child["exemptions"], plan)
    return plan


def _children(rows: pl.DataFrame, plan: Plan, faults: Faults) -> pl.DataFrame:
    """Returns child_id and child (the id in Heard) of every child of the folder."""
    known = people.known_children()
    rows = rows.rename({"child_id": "authority_id"})
    facts = ["birth_date", "birth_date_estimated", "sex", "ethnicity"]
    found = compare(rows, known, ["authority_id"], facts, ["birth_date"])
    born = pl.col("birth_date").is_not_null() & pl.col("birth_date_known").is_not_null()
    other = born & (pl.col("birth_date") != pl.col("birth_date_known"))
    wrong = pl.format(
        "Heard knows the child as born on {}, the file says {}: it may be another child.",
        *("birth_date_known", "birth_date"),
    )
    faults.add_rows("children", found.different.filter(other), "birth_date", wrong, DECIDE)
    changed = pl.concat([found.filled, found.different.filter(~other)], how="diagonal")
    changed = changed.select("id", *(_file_over_heard(fact) for fact in facts))
    changed = _that_change(changed, known, facts)
    new = _with_ids(found.new)
    same = rows.height - new.height - changed.height
    plan.changes["children"] = Change(new, changed, same)
    ids = pl.concat([known.select("id", "authority_id"), new.select("id", "authority_id")])
    return ids.select(pl.col("authority_id").alias("child_id"), pl.col("id").alias("child"))


def _file_over_heard(fact: str) -> pl.Expr:
    """A blank in the file does not wipe out what Heard knows."""
    file, heard = pl.col(fact), pl.col(fact + "_known")
    if fact == "birth_date_estimated":
        return file
    blank = file.is_null() | (file.cast(pl.String) == "")
    return pl.when(blank).then(heard).otherwise(file).alias(fact)


def _that_change(rows: pl.DataFrame, known: pl.DataFrame, facts: list[str]) -> pl.DataFrame:
    return rows.join(known.select("id", *facts), on=["id", *facts], how="anti", nulls_equal=True)


def _with_ids(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.with_columns(new_ids(rows.height))


def _work(rows: pl.DataFrame, plan: Plan) -> None:
    rows = rows.select(*people.WORK)
    keys = ["child", "level", "start_date"]
    found = compare_periods(rows, people.known_work(), keys, "end_date")
    plan.changes["work"] = Change(_with_ids(found.new), found.changed, found.same)


def _points(rows: Rows, plan: Plan, faults: Faults) -> None:
    known = evidence.known_points()
    for file, kind, day in (
        ("assessments", "assessment", "completed_date"),
        ("closures", "closure", "closed_date"),
    ):
        points = rows[file].select(
            pl.lit(kind).alias("kind"),
            pl.col(f"{kind}_id").alias("authority_point_id"),
            *("child", pl.col(day).alias("day"), "line"),
        )
        keys = ["kind", "authority_point_id", "child"]
        found = compare(points, known, keys, ["day"], ["day"])
        _refuse(file, f"{kind}_id", found, faults)
        changed = found.filled.select("id", "day")
        plan.changes[file] = Change(_with_ids(found.new), changed, found.same)


def _refuse(file: str, column: str, found: Compared, faults: Faults) -> None:
    wrong = pl.format("Heard has this id with another {}.", pl.col("differs"))
    faults.add_rows(file, found.different, column, wrong, DECIDE)


def _confirmations(rows: pl.DataFrame, plan: Plan) -> None:
    rows = rows.rename({"point": "kind", "point_id": "authority_point_id"})
    rows = rows.select(*evidence.CONFIRMATION)
    new, moved = in_order_of_recording(rows, evidence.known_confirmations())
    same = rows.height - new.height - moved.height
    plan.changes["confirmations"] = Change(_with_ids(new), moved, same)


def _reviews(rows: pl.DataFrame, set_aside: Collection[str], plan: Plan, faults: Faults) -> None:
    rows = rows.rename({"review_id": "authority_review_id", "held_date": "held_on"})
    rows = where_local(rows, "facts")
    no_id = pl.col("authority_review_id") == ""
    known = reviews.known_reviews().with_columns(
        # A review that Heard has without an id of the authority goes out under its own.
        pl.when(no_id).then("id").otherwise("authority_review_id").alias("authority_review_id")
    )
    keys = ["authority_review_id", "child"]
    # What a person set aside in Heard stays so, though the file may not know it.
    aside = known.filter(pl.col("id").is_in(list(set_aside))).select(*keys, aside=True)
    rows = rows.join(aside, on=keys, how="left", maintain_order="left").with_columns(
        pl.col("cancelled") | pl.col("aside").fill_null(False)
    )
    facts = ["plan_type", "held_on", "cancelled", "code", "scheme", "reason"]
    # Without a code, a scheme says nothing.
    no_code = pl.col("code") == ""
    plain_scheme = pl.when(no_code).then(pl.lit("")).otherwise("scheme").alias("scheme")
    compared = rows.with_columns(
        pl.col("scheme").alias("scheme_given"),
        plain_scheme,
    )
    plain = known.with_columns(plain_scheme)
    found = compare(compared, plain, keys, facts, ["code", "scheme", "reason"])
    _refuse("reviews", "review_id", found, faults)
    new = found.new.with_columns(pl.col("scheme_given").alias("scheme"))
    changed = found.filled.select("id", "code", pl.col("scheme_given").alias("scheme"), "reason")
    plan.changes["reviews"] = Change(_with_ids(new), changed, found.same)


def _askings(rows: pl.DataFrame, plan: Plan, faults: Faults) -> pl.DataFrame:
    """Returns the askings of the folder with their ids in Heard."""
    rows = rows.rename({"asking_id": "authority_asking_id"})
    known = asking_due.known_askings()
    keys = ["authority_asking_id", "child"]
    facts = ["asked_on", "asked_by", "asked_of", "filled_in_how", "declined"]
    found = compare(rows, known, keys, facts, ["filled_in_how"])
    _refuse("askings", "asking_id", found, faults)
    new = _with_ids(found.new)
    changed = found.filled.select("id", "filled_in_how")
    plan.changes["askings"] = Change(new, changed, found.same)
    ids = pl.concat([known.select("id", *keys), new.select("id", *keys)])
    return rows.select(*keys).join(ids, on=keys)


def _talks(rows: pl.DataFrame, askings: pl.DataFrame, plan: Plan) -> None:
    """One asking may stand for several children: the talk about it is one for each of them."""
    own = ["authority_asking_id", "talked_on"]
    each = rows.rename({"asking_id": "authority_asking_id"}).select(own)
    each = each.join(askings, on="authority_asking_id").sort("id", "talked_on")
    talks = each.select(*own, pl.col("id").alias("asking"))
    new = talks.join(asking_due.known_talks(), on=["asking", "talked_on"], how="anti")
    new_rows = new.n_unique(own) if new.height else 0
    plan.changes["talks"] = Change(_with_ids(new), new.clear(), rows.height - new_rows, new_rows)


def _exemptions(rows: pl.DataFrame, plan: Plan) -> None:
    rows = rows.select(*asking_due.EXEMPTION)
    keys = ["child", "from_date", "reason", "agreed_by", "agreed_on"]
    found = compare_periods(rows, asking_due.known_exemptions(), keys, "to_date")
    plan.changes["exemptions"] = Change(_with_ids(found.new), found.changed, found.same)

"""A return as a letter: each figure is a sentence with its number, and opens to the facts.

Beside each percentage stands who it leaves out (law 10).
"""

from heard.authority.returns.presenters.parts import (
    Cell,
    Figure,
    Items,
    Line,
    Link,
    Section,
    Table,
    count,
    noun,
    percent,
    say,
)
from heard.authority.returns.presenters.words import ITEMS, PLAN_NAMES, TOOK_PART, day_words
from heard.kernel.return_spec.fact import COUNTED_2B
from heard.kernel.return_spec.rows import PLANS


def letter(items: Items) -> list[Section]:
    """Return the sections of a return, in order."""
    return [
        Section("1a", ITEMS["1a"], voice_plan(items["1a"])),
        Section("2a", ITEMS["2a"], points(items["2a"])),
        reviews(items["2b"]),
        askings(items["2c"]),
    ]


def voice_plan(plan: Items) -> list[Line]:
    """Say whether the plan is published and for whom."""
    if not plan["published"]:
        return [Line(say("No published voice plan is recorded for this year."))]
    friendly = "It has a version for children." if plan["child_friendly"] else NO_CHILDREN
    looked = SCRUTINISED if plan["scrutinised_by_young_people"] else NOT_SCRUTINISED
    where = say(
        "The plan was published on {} at {}.",
        Figure(day_words(plan["published_on"])),
        Link(plan["address"], plan["address"]),
    )
    return [Line(where), Line(say(f"{friendly} {looked}"))]


NO_CHILDREN = "No version for children is recorded."
SCRUTINISED = "Young people scrutinised it."
NOT_SCRUTINISED = "That young people scrutinised it is not recorded."


def points(counted: Items) -> list[Line]:
    """Say how often the manager answered yes, at assessments and at closures."""
    return [
        _point(counted["assessment"], "assessment", "assessments"),
        _point(counted["closure"], "closure", "closures of work"),
    ]


def _point(figures: Items, line: str, many: str) -> Line:
    yes, no = figures["yes"], figures["no"]
    without = say(
        "{} had no answer, and at {} the manager agreed that it was not appropriate. "
        "Neither is part of the percentage.",
        count(figures["unanswered"], "2a", line, "unanswered"),
        count(figures["not_appropriate"], "2a", line, "not_appropriate"),
    )
    if yes + no == 0:
        return Line(
            say(f"No manager answered yes or no at {many}, so there is no percentage."), without
        )
    sentence = say(
        f"Of {{}} {many} where the manager answered yes or no, the child's voice was heard and "
        "responded to at {}: {}. At {} the answer was no.",
        Figure(f"{yes + no:,}"),
        count(yes, "2a", line, "yes"),
        Figure(percent(figures["percent"])),
        count(no, "2a", line, "no"),
    )
    return Line(sentence, without)


def reviews(counted: Items) -> Section:
    """Say how children took part in reviews, with the table of every plan type."""
    every = counted["all"]
    if every["held"] == 0:
        return Section("2b", ITEMS["2b"], [Line(say("No reviews were held."))])
    spoke, uncoded = every["PN1"], every["uncoded"]
    held = say(
        f"{{}} {noun(every['held'], 'review was', 'reviews were')} held. At {{}} of them ({{}}) "
        "the child was there and spoke.",
        count(every["held"], "2b", ""),
        count(spoke["count"], "2b", "", "PN1"),
        percent(spoke["percent"]),
    )
    silent = say(
        "Of {} ({}) nobody has said how the child took part.",
        count(uncoded["count"], "2b", "", "uncoded"),
        percent(uncoded["percent"]),
    )
    return Section("2b", ITEMS["2b"], [Line(held, silent)], [review_table(counted)])


def review_table(counted: Items) -> Table:
    """Return counts and shares of each code by plan type; each column adds to 100.0%."""
    columns = [("", counted["all"]), *((plan, counted["by_plan"][plan]) for plan in PLANS)]
    rows: list[list[str | Cell]] = [
        [
            _code_words(code),
            *(
                Cell(
                    count(table[code]["count"], "2b", plan, code),
                    percent(table[code]["percent"]) if table["held"] else "",
                )
                for plan, table in columns
            ),
        ]
        for code in COUNTED_2B
    ]
    held = [
        Cell(count(table["held"], "2b", plan), _whole(table["held"])) for plan, table in columns
    ]
    return Table(
        "reviews-by-plan",
        "How children took part in reviews, by kind of plan",
        ["The child", "All plans", *(PLAN_NAMES[plan] for plan in PLANS)],
        rows,
        ["Reviews held", *held],
    )


def _code_words(code: str) -> str:
    return TOOK_PART[code].capitalize() if code == "uncoded" else f"{code} {TOOK_PART[code]}"


def _whole(held: int) -> str:
    return percent(100.0) if held else ""


def askings(counted: Items) -> Section:
    """Say how many children were never overdue, each time it was due, and each quarter's end."""
    lines = [_children(counted["children"]), _intervals(counted["intervals"])]
    began = counted["asking_began_on"]
    if began:
        asked_since = (
            f"The authority began to ask on {day_words(began)}; earlier work counts from that day."
        )
        lines.append(Line(say(asked_since)))
    tables = [_quarters(counted["quarter_ends"])] if counted["quarter_ends"] else []
    return Section("2c", ITEMS["2c"], lines, tables)


def _children(figures: Items) -> Line:
    yes, no = figures["yes"], figures["no"]
    without = say(
        "For {} more, a manager had agreed each time that asking was not appropriate. They are "
        "not part of the percentage.",
        count(figures["not_appropriate"], "2c", "children", "not_appropriate"),
    )
    if yes + no == 0:
        return Line(say("No child was due to be asked, so there is no percentage."), without)
    sentence = say(
        f"Of {{}} {noun(yes + no, 'child', 'children')} who were due to be asked how the work is "
        "going, {} were never overdue in the year: {}. {} were overdue at least once.",
        Figure(f"{yes + no:,}"),
        count(yes, "2c", "children", "yes"),
        Figure(percent(figures["percent"])),
        count(no, "2c", "children", "no"),
    )
    return Line(sentence, without)


def _intervals(figures: Items) -> Line:
    due = sum(figures.values())
    if due == 0:
        return Line(say("Feedback was not due at any time."))
    return Line(
        say(
            "Feedback was due {} times: {} times a child was asked and it was talked over or "
            "declined, {} times that was missed, and {} times it was not appropriate.",
            Figure(f"{due:,}"),
            *(count(figures[a], "2c", "intervals", a) for a in ("yes", "no", "not_appropriate")),
        )
    )


def _quarters(ends: Items) -> Table:
    rows: list[list[str | Cell]] = [
        [
            day_words(day),
            *(Cell(count(figures[a], "2c", day, a)) for a in ("yes", "no", "not_appropriate")),
            Cell(Figure(percent(figures["percent"]))),
        ]
        for day, figures in ends.items()
    ]
    return Table(
        "quarters-ends",
        "Children in open work at each quarter's end: asked in the three months before",
        ["Quarter's end", "Asked", "Not asked", "Not appropriate", "Asked, of asked and not asked"],
        rows,
    )

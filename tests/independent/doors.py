"""All that the two doors of the child level hand out, put together as a return puts it."""

from collections import Counter

from heard.child.asking_due import counts as askings_counted
from heard.child.asking_due import facts as askings
from heard.child.evidence import counts as evidence_counted
from heard.child.evidence import facts as evidence
from heard.child.people import facts as people
from heard.child.reviews import counts as reviews_counted
from heard.child.reviews import facts as reviews
from heard.kernel.return_spec.figures import figures_2b, figures_2c
from heard.kernel.return_spec.shapes import NOT_PUBLISHED, shape_c


def figures_of_counts(year, as_of, began_on):
    """Return the `items` of a return from the tallies alone."""
    asked = askings_counted.tally(year, as_of, began_on)
    tallies = {("2b", plan): box for plan, box in reviews_counted.tally(year, as_of).items()}
    tallies |= {("2c", line): asked[line] for line in ("children", "intervals")}
    tallies |= {("2c", day): box for day, box in asked["quarter_ends"].items()}
    tallies = {line: Counter(box) for line, box in tallies.items()}
    points = evidence_counted.tally(year, as_of)
    quarters = [day for day in year.quarter_ends if day.isoformat() in asked["quarter_ends"]]
    return {
        "1a": NOT_PUBLISHED,
        "2a": {kind: shape_c(box) for kind, box in points.items()},
        "2b": figures_2b(tallies),
        "2c": figures_2c(tallies, quarters, began_on),
    }


def every_fact(year, as_of, began_on):
    """Return the facts of the three items."""
    return [
        *evidence.facts(year, as_of),
        *reviews.facts(year, as_of),
        *askings.facts(year, as_of, began_on),
    ]


def rows_for_checks(year):
    """Return what the written checks look at, by the name that their context gives it."""
    return {
        "children": list(people.child_rows()),
        "work": list(people.work_rows()),
        "points": list(evidence.point_rows()),
        "confirmations": list(evidence.confirmation_rows(year)),
        "reviews": list(reviews.review_rows(year)),
        "askings": list(askings.asking_rows(year)),
        "exemptions": list(askings.exemption_rows()),
    }

"""One invented child after another, each with a life in the files that tries the rules."""

from calendar import monthrange
from datetime import date, timedelta

LEVELS = ("EH", "CIN", "CP", "CLA", "PATHWAY")
BIRTHS = (
    date(2024, 2, 29),
    date(2020, 2, 29),
    date(2021, 6, 30),
    date(2012, 12, 31),
    date(2026, 1, 15),
    date(1900, 1, 1),
)


def a_child(files, chance, number, begins):
    child = f"C{number:05}"
    files["children"].append(
        {
            "child_id": child,
            "birth_date": chance.choice((*BIRTHS, None, random_day(chance, begins, -4000))),
            "birth_date_estimated": chance.random() < 0.1,
            "sex": chance.choice(("", "M", "F", "U")),
            "ethnicity": "",
        }
    )
    periods = some_work(files, chance, child, begins)
    if not periods and chance.random() < 0.6:
        periods = waiting(files, chance, child, begins)
    some_points(files, chance, child, begins, periods)
    some_reviews(files, chance, child, begins)
    some_askings(files, chance, child, number, begins, periods)
    some_decisions(files, chance, child, begins)


def random_day(chance, begins, reach=0):
    """A day around the year, half of the time at a month's end or beginning."""
    day = date(begins, 4, 1) + timedelta(days=chance.randrange(min(-430, reach), 420))
    roll = chance.random()
    if roll < 0.3:
        return day.replace(day=monthrange(day.year, day.month)[1])
    return day.replace(day=1) if roll < 0.5 else day


def some_work(files, chance, child, begins):
    """Periods that overlap, touch, or leave one day between; some children have none."""
    periods, cursor = [], random_day(chance, begins)
    for _ in range(chance.choice((0, 1, 1, 1, 2, 3))):
        length = chance.choice((0, 1, 30, 91, 92, 180, 400, None))
        end = None if length is None else cursor + timedelta(days=length)
        periods.append((cursor, end))
        row = {"child_id": child, "level": chance.choice(LEVELS)}
        files["work"].append({**row, "start_date": cursor, "end_date": end})
        gap = chance.choice((-20, 0, 1, 2, 2, 40))
        cursor = (end or cursor + timedelta(days=60)) + timedelta(days=gap)
    return periods


def waiting(files, chance, child, begins):
    """Due by a month's end and asked about 30 days before it, without a talk: does it wait?"""
    end = random_day(chance, begins)
    end = end.replace(day=monthrange(end.year, end.month)[1])
    start = end - timedelta(days=chance.randrange(90, 110))
    row = {"child_id": child, "level": "CIN", "start_date": start, "end_date": None}
    files["work"].append(row)
    files["askings"].append(
        {
            "asking_id": f"W-{child}",
            "child_id": child,
            "asked_on": end - timedelta(days=chance.choice((29, 30, 31))),
            "asked_by": "worker",
            "asked_of": "child",
            "filled_in_how": "paper",
            "declined": False,
        }
    )
    return [(start, None)]


def some_points(files, chance, child, begins, periods):
    for index in range(chance.choice((0, 0, 1, 2))):
        # An assessment of a family is a point for each child on it: the id is shared.
        shared = (
            f"A{int(child[1:]) // 3}-{index}" if chance.random() < 0.5 else f"A-{child}-{index}"
        )
        when = chance.choice((None, random_day(chance, begins), random_day(chance, begins)))
        row = {"assessment_id": shared, "child_id": child, "completed_date": when}
        files["assessments"].append(row)
        some_answers(files, chance, child, begins, "assessment", shared)
    ends = [end for _, end in periods if end]
    if ends and chance.random() < 0.7:
        row = {
            "closure_id": f"K-{child}",
            "child_id": child,
            "closed_date": chance.choice((*ends, None)),
        }
        files["closures"].append(row)
        some_answers(files, chance, child, begins, "closure", f"K-{child}")


def some_answers(files, chance, child, begins, kind, point):
    """Several on one day, some before the point or after the last day, some about no point."""
    days = [random_day(chance, begins) for _ in range(2)]
    for _ in range(chance.choice((0, 1, 1, 3))):
        answer = chance.choice(("yes", "no", "not_appropriate"))
        files["confirmations"].append(
            {
                "point": kind,
                "point_id": point if chance.random() < 0.95 else "nowhere",
                "child_id": child,
                "answer": answer,
                "reason": "too unwell" if answer == "not_appropriate" else "",
                "answered_on": chance.choice(days),
                "answered_by": "M1",
            }
        )


def some_reviews(files, chance, child, begins):
    for index in range(chance.choice((0, 1, 2, 4))):
        held, plan = random_day(chance, begins), chance.choice(LEVELS)
        for copy in range(chance.choice((1, 1, 1, 2, 3))):
            scheme, code = a_code(chance)
            files["reviews"].append(
                {
                    "review_id": f"R-{child}-{index}-{copy}",
                    "child_id": child,
                    "plan_type": plan,
                    "held_date": held,
                    "cancelled": chance.random() < 0.1,
                    "code": code,
                    "scheme": scheme,
                    "reason": "in hospital" if (scheme, code) == ("voice-2023", "PN8") else "",
                }
            )


def a_code(chance):
    """Codes of both schemes, chosen so that repeats of one review often agree across them."""
    roll = chance.random()
    if roll < 0.15:
        return chance.choice(("", "voice-2023", "ssda903", "local")), ""
    if roll < 0.25:
        return "local", chance.choice(("Attended, spoke", "PN1", "nicht da"))
    if roll < 0.6:
        return "ssda903", f"PN{chance.choice((0, 1, 2, 3, 4, 5, 6, 7))}"
    return "voice-2023", f"PN{chance.choice((1, 1, 2, 3, 4, 5, 6, 7, 8))}"


def some_askings(files, chance, child, number, begins, periods):
    anchors = [start for start, _ in periods] or [random_day(chance, begins)]
    for index in range(chance.choice((0, 1, 3, 6, 9))):
        near = chance.choice(anchors) + timedelta(days=chance.choice((-1, 0, 1, 89, 91, 92, 93)))
        day = chance.choice((near, random_day(chance, begins)))
        anchors.append(day)
        # Siblings asked together share one id; whatever was talked over then was with them all.
        asking = f"S{number // 2}-{index}" if index < 2 else f"Q-{child}-{index}"
        files["askings"].append(
            {
                "asking_id": asking,
                "child_id": child,
                "asked_on": day,
                "asked_by": chance.choice(("worker", "worker", "worker", "provider", "other")),
                "asked_of": chance.choice(("child", "young_person", "child", "parent", "network")),
                "filled_in_how": chance.choice(("alone", "drawing", "", "declined", "other: pen")),
                "declined": chance.random() < 0.1,
            }
        )
        some_talks(files, chance, asking, day)


def some_talks(files, chance, asking, day):
    """On the day, at the edge of three months, a day too late, or never."""
    earliest = max(row["asked_on"] for row in files["askings"] if row["asking_id"] == asking)
    for gap in chance.choice(((), (0,), (10,), (30, 200), (89,), (91,), (92,), (93,))):
        talked = max(earliest, day + timedelta(days=gap))
        files["talks"].append({"asking_id": asking, "talked_on": talked})
    files["talks"][:] = [
        row for row in files["talks"] if row["asking_id"] != asking or row["talked_on"] >= earliest
    ]


def some_decisions(files, chance, child, begins):
    for _ in range(chance.choice((0, 0, 1, 2))):
        first = random_day(chance, begins)
        last = chance.choice((None, first, first + timedelta(days=chance.randrange(300))))
        agreed = chance.choice((None, first, first + timedelta(days=100)))
        files["exemptions"].append(
            {
                "child_id": child,
                "from_date": first,
                "to_date": last,
                "reason": "a baby",
                "agreed_by": "M2",
                "agreed_on": agreed,
            }
        )

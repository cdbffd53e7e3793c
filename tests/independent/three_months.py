"""2c by brute force: mark the days on which a child is worked with, then walk along them."""

import calendar
from collections import defaultdict
from datetime import date, timedelta

DAY = timedelta(days=1)
ANSWERS = ("yes", "no", "not_appropriate")


def three_months_on(day):
    """The same day number three months on, or step back until the month has such a day."""
    month = day.month + 3
    year = day.year + (month > 12)
    month = month - 12 if month > 12 else month
    number = day.day
    while number > calendar.monthrange(year, month)[1]:
        number -= 1
    return date(year, month, number)


def days(first, last):
    while first <= last:
        yield first
        first += DAY


def as_day(text):
    return date.fromisoformat(text) if text else None


def runs_of(open_days):
    """Runs of days without a gap: what the rules call work."""
    runs = []
    for day in sorted(open_days):
        if runs and day - DAY == runs[-1][-1]:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def marks_of(askings, talks, as_of):
    """For each day that counts as asked: True when an asking of that day is finished."""
    marks = {}
    for row in askings:
        day = as_day(row["asked_on"])
        if day > as_of or row["asked_by"] not in ("worker", "provider"):
            continue
        if row["asked_of"] not in ("child", "young_person"):
            continue
        talked = [as_day(talk) for talk in talks[row["asking_id"]]]
        in_time = [talk for talk in talked if talk <= as_of and talk <= three_months_on(day)]
        marks[day] = marks.get(day, False) or row["declined"] == "1" or bool(in_time)
    return marks


def excused(decisions, day):
    for row in decisions:
        agreed = as_day(row["agreed_on"] or row["from_date"])
        last = as_day(row["to_date"]) or date.max
        if as_day(row["from_date"]) <= day <= last and agreed <= day:
            return True
    return False


def walk(run, marks, decisions, as_of):
    """Yield (day, answer) of each interval that is settled, one interval after another."""
    start, candidates = run[0], [run[0]]
    while True:
        due = three_months_on(start)
        candidates += list(days(start + DAY, due))
        asked = [day for day in candidates if day in marks and day <= run[-1]]
        met = [day for day in asked if marks[day]]
        if met:
            settled, answer = met[0], "yes"
        elif due > as_of or due > run[-1] or still_waits(asked, as_of):
            return
        else:
            settled, answer = due, "not_appropriate" if excused(decisions, due) else "no"
        yield settled, answer
        start, candidates = settled, []


def still_waits(asked, as_of):
    return any(as_of - day < timedelta(days=30) for day in asked)


def at_quarter(run, marks, decisions, day):
    """The answer at a quarter's end, or None for a child who does not count there."""
    if day not in run or three_months_on(run[0]) > day:
        return None
    for asked in run:
        if asked <= day and marks.get(asked) and three_months_on(asked) >= day:
            return "yes"
    return "not_appropriate" if excused(decisions, day) else "no"


def grouped(rows, column):
    groups = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return groups


def asking_figures(files, counts_on, began_on):
    as_of = counts_on.as_of
    empty = dict.fromkeys(ANSWERS, 0)
    result = {"children": dict(empty), "intervals": dict(empty), "quarters": {}}
    first = date.fromordinal(counts_on.days[0]).year
    ends = [date(first, 6, 30), date(first, 9, 30), date(first, 12, 31), date(first + 1, 3, 31)]
    ends = [day for day in ends if day <= as_of]
    result["quarters"] = {day.isoformat(): dict(empty) for day in ends}
    talks = defaultdict(list)
    for row in files["talks"]:
        talks[row["asking_id"]].append(row["talked_on"])
    askings = grouped(files["askings"], "child_id")
    decisions = grouped(files["exemptions"], "child_id")
    for child, periods in grouped(files["work"], "child_id").items():
        marks = marks_of(askings[child], talks, as_of)
        one_child(result, ends, periods, marks, decisions[child], counts_on, began_on)
    return result


def one_child(result, ends, periods, marks, decisions, counts_on, began_on):
    as_of, open_days = counts_on.as_of, set()
    for row in periods:
        last = min(as_day(row["end_date"]) or as_of, as_of)
        open_days.update(days(as_day(row["start_date"]), last))
    runs = runs_of(day for day in open_days if not began_on or day >= began_on)
    answers = []
    for run in runs:
        for settled, answer in walk(run, marks, decisions, as_of):
            if counts_on(settled):
                answers.append(answer)
        for day in ends:
            answer = at_quarter(run, marks, decisions, day)
            if answer:
                result["quarters"][day.isoformat()][answer] += 1
    for answer in answers:
        result["intervals"][answer] += 1
    for answer in ("no", "yes", "not_appropriate"):
        if answer in answers:
            result["children"][answer] += 1
            break

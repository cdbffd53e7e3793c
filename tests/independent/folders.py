"""Write folders of invented facts that sit on every edge of the rules: one seed, one folder.

Every folder is one that loads: what the rules refuse is not in it.
"""

import csv
import random
from pathlib import Path

from tests.independent.people import a_child

COLUMNS = {
    "children": "child_id birth_date birth_date_estimated sex ethnicity",
    "work": "child_id level start_date end_date",
    "assessments": "assessment_id child_id completed_date",
    "closures": "closure_id child_id closed_date",
    "confirmations": "point point_id child_id answer reason answered_on answered_by",
    "reviews": "review_id child_id plan_type held_date cancelled code scheme reason",
    "askings": "asking_id child_id asked_on asked_by asked_of filled_in_how declined",
    "talks": "asking_id talked_on",
    "exemptions": "child_id from_date to_date reason agreed_by agreed_on",
}


def write_folder(folder, seed, children, begins=2025):
    """Write the nine files for so many invented children into a folder; return the folder."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    files = {name: [] for name in COLUMNS}
    for number in range(children):
        a_child(files, chance, number, begins)
    repeat_some_rows(files, chance)
    shuffle_most_files(files, chance)
    for name, columns in COLUMNS.items():
        write_file(folder / f"{name}.csv", columns.split(), files[name])
    return folder


def write_file(path, columns, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        for row in rows:
            writer.writerow({key: as_text(value) for key, value in row.items()})


def as_text(value):
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)


def repeat_some_rows(files, chance):
    """A row repeated to the letter is one; of confirmations the last place counts."""
    for rows in files.values():
        for row in chance.sample(rows, k=min(len(rows), 1 + len(rows) // 40)):
            rows.insert(chance.randrange(len(rows) + 1), dict(row))


def shuffle_most_files(files, chance):
    for name, rows in files.items():
        if name != "confirmations":
            chance.shuffle(rows)

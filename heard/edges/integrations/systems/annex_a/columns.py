"""The lists of the workbook, each known by a column that no other has, and Heard's own columns."""

import re
from typing import NamedTuple


class PlanList(NamedTuple):
    """A list that Heard reads. `level` blank: no days of a plan (care leavers have none there)."""

    name: str
    level: str
    starts: str
    ends: str


LISTS = {
    "cin start date": PlanList("List 6", "CIN", "cin start date", "cin closure date"),
    "child protection plan start date": PlanList(
        "List 7", "CP", "child protection plan start date", "child protection plan end date"
    ),
    "date started to be looked after": PlanList(
        "List 8", "CLA", "date started to be looked after", "date ceased to be looked after"
    ),
    "eligibility category": PlanList("List 9", "", "", ""),
}
# Columns by which the other lists are known, so that a note can name them.
OTHERS = {
    "date of contact": "List 1 (contacts)",
    "assessment completion date": "List 2 (early help assessments)",
    "date of referral": "List 3 (referrals)",
    "continuous assessment start date": "List 4 (assessments)",
    "strategy discussion initiating section 47 enquiry start date": "List 5 (section 47)",
    "date of decision that child should be placed for adoption": "List 10 (adoption)",
    "individual adopter identifier": "List 11 (adopters)",
}
COLUMNS = {
    "child_id": re.compile(r"\bchild\b.*\b(id|identifier)\b|\b(id|identifier)\b.*\bchild\b"),
    "born": re.compile(r"\bdate\b.*\bbirth\b|^dob$"),
    "sex": re.compile(r"^(gender|sex)\b"),
    "ethnicity": re.compile(r"^ethnicity\b"),
    "disability": re.compile(r"\bdisability\b"),
    "team": re.compile(r"^allocated team\b"),
    "worker": re.compile(r"^allocated (social )?worker\b"),
    "adviser": re.compile(r"^allocated personal advis[eo]r\b"),
}
NEEDED = {"child_id": "Child Unique ID", "born": "Date of Birth"}
WANTED = {
    "sex": "Gender", "ethnicity": "Ethnicity", "disability": "Does the Child have a Disability",
    "team": "Allocated Team", "worker": "Allocated Worker",
}  # fmt: skip


def plain(cell: str) -> str:
    """Return a heading without case, line breaks and punctuation."""
    return re.sub(r"[\W_]+", " ", cell.lower()).strip()


class Layout(NamedTuple):
    """Where the columns of a list stand: by Heard's name, its place from 0."""

    of: PlanList
    at: dict[str, int]
    missing: list[str]


def layout_of(heads: list[str]) -> Layout | None:
    """Return the layout of a row of headings, or None where it is of no list that Heard reads."""
    names = [plain(head) for head in heads]
    one = next((found for column, found in LISTS.items() if _place(names, column) >= 0), None)
    if one is None:
        return None
    at = {}
    for column, pattern in COLUMNS.items():
        place = next((i for i, name in enumerate(names) if pattern.search(name)), -1)
        if place >= 0:
            at[column] = place
    for column, words in (("starts", one.starts), ("ends", one.ends)):
        if words and _place(names, words) >= 0:
            at[column] = _place(names, words)
    missing = [words for column, words in (NEEDED | WANTED).items() if column not in at]
    if one.ends and "ends" not in at:
        missing.append(one.ends.capitalize())
    return Layout(one, at, missing)


def other_list(heads: list[str]) -> str:
    """Return which of the lists that Heard does not read a row of headings is of, or blank."""
    names = [plain(head) for head in heads]
    return next((words for column, words in OTHERS.items() if _place(names, column) >= 0), "")


def _place(names: list[str], column: str) -> int:
    """Where a heading stands, also with a remark behind it ("(dd/mm/yyyy)")."""
    for place, name in enumerate(names):
        if name == column or name.startswith(f"{column} "):
            return place
    return -1

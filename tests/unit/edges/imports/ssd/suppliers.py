"""The same children as three suppliers write them: SystemC, Mosaic, Eclipse, with their quirks.

SystemC: passing person ids beside the id that a worker knows, times of day, descriptions for codes,
estimated births among the expected ones, a placeholder for the early help worker. Mosaic: no person
in involvements and conference reviews, other names of keys, codes, no family, no names of workers.
Eclipse: reviews of looked-after children only through the time in care, short answers.
"""

import csv
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from heard.kernel.codes import SSDA903_CODES
from tests.unit.edges.imports.ssd.invented import TODAY, Child, Plan

Row = dict[str, str]
Tables = dict[str, list[Row]]
SUPPLIERS = ("systemc", "mosaic", "eclipse")
# Written as the forms of Eclipse answer; each is a wording that Heard knows.
SHORT = {n: f"PN{n}" for n in range(8)}
HEADS = {
    "EH": ("ssd_early_help_episodes", "earl", "earl_episode"),
    "CIN": ("ssd_cin_plans", "cinp", "cinp_cin_plan"),
    "CP": ("ssd_cp_plans", "cppl", "cppl_cp_plan"),
    "CLA": ("ssd_cla_episodes", "clae", "clae_cla_episode"),
}


class Supplier:
    """Writes children the way one supplier's extract does. `night` gives rows new ids."""

    def __init__(self, name: str, night: int = 0) -> None:
        self.name, self.count = name, night * 1_000_000
        self.tables: Tables = {}

    def passing(self) -> str:
        """A new id of a row, other tonight than tomorrow."""
        self.count += 1
        return str(self.count)

    def person(self, child: Child) -> str:
        """The person id of the extract."""
        return f"9{child.number:06d}" if self.name == "systemc" else child.id

    def day(self, day: date | None) -> str:
        """A day as this supplier's exports write it."""
        if day is None:
            return "NULL" if self.name == "systemc" else ""
        if self.name == "systemc":
            return f"{day} 14:30:00.000"
        return f"{day}T00:00:00" if self.name == "mosaic" else f"{day} 00:00:00"

    def add(self, table: str, **cells: str) -> None:
        """Add a row."""
        self.tables.setdefault(table, []).append(cells)

    def child(self, child: Child) -> None:
        """Add everything about one child."""
        self._person(child)
        referral = self.passing()
        self.add(
            "ssd_cin_episodes",
            cine_referral_id=referral,
            cine_person_id=self.person(child),
            cine_referral_date=self.day(min((p.starts for p in child.plans), default=TODAY)),
        )
        keys = {plan.level: self._plan(child, plan, referral) for plan in child.plans}
        for review in child.reviews:
            self._review(child, review.level, review, keys)
        self._involved(child, referral)
        for code in child.disabilities:
            self.add(
                "ssd_disability",
                disa_table_id=self.passing(),
                disa_person_id=self.person(child),
                disa_disability_code=code,
            )
        if child.family is not None and self.name != "mosaic":
            self.add(
                "ssd_family",
                fami_table_id=self.passing(),
                fami_family_id=f"{self.count}"[:-6] + f"F{child.family}",
                fami_person_id=self.person(child),
            )

    def _person(self, child: Child) -> None:
        legacy = {"systemc": child.id, "mosaic": "", "eclipse": "SSD_PH"}[self.name]
        born, expected = child.born, child.expected
        if child.estimated:
            born, expected = None, child.born
        self.add(
            "ssd_person",
            pers_person_id=self.person(child),
            pers_legacy_id=legacy,
            pers_forename=child.given,
            pers_surname=child.surname,
            pers_sex="Male" if child.sex == "M" and self.name == "mosaic" else child.sex,
            pers_ethnicity=child.ethnicity,
            pers_dob=self.day(born),
            pers_expected_dob=self.day(expected),
        )

    def _plan(self, child: Child, plan: Plan, referral: str) -> str:
        key = self.passing()
        if plan.level == "PATHWAY":
            self.add(
                "ssd_care_leavers",
                clea_table_id=key,
                clea_person_id=self.person(child),
                clea_care_leaver_eligibility="Former Relevant",
                clea_care_leaver_in_touch="YES",
                clea_pathway_plan_review_date="1900-01-01",
            )
            return key
        table, head, prefix = HEADS[plan.level]
        cells = {
            f"{head}_person_id": self.person(child),
            f"{prefix}_start_date": self.day(plan.starts),
        }
        ended = "ceased_date" if plan.level == "CLA" else "end_date"
        cells[f"{prefix}_{ended}"] = self.day(plan.ends)
        names = {"CIN": "cinp_cin_plan_id", "CP": "cppl_cp_plan_id", "CLA": "clae_cla_id"}
        name = names.get(plan.level, "earl_episode_id")
        if self.name == "mosaic" and plan.level == "CIN":
            name = "cin_plan_id"
        cells[name] = key
        if plan.level in {"CIN", "CP", "CLA"}:
            cells[f"{head}_referral_id"] = referral
        if plan.level == "EH":
            cells["earl_episode_worker_id"] = "SSD_PH"
        self.add(table, **cells)
        return key

    def _review(self, child: Child, level: str, review: Any, keys: dict[str, str]) -> None:
        said = "" if review.code is None else self._participation(review.code)
        if level == "CLA":
            cells = {
                "clar_cla_review_id": self.passing(),
                "clar_cla_id": keys["CLA"],
                "clar_cla_review_date": self.day(review.day),
                "clar_cla_review_cancelled": "Y" if review.cancelled else "N",
                "clar_cla_review_participation": said,
            }
            if self.name != "eclipse":
                cells["clar_cla_person_id"] = self.person(child)
            self.add("ssd_cla_reviews", **cells)
            return
        cells = {
            "cppr_cp_review_id": self.passing(),
            "cppr_cp_plan_id": keys["CP"],
            "cppr_cp_review_date": self.day(review.day),
            "cppr_cp_review_participation": "PLACEHOLDER_DATA" if self.name != "mosaic" else "",
        }
        if self.name != "mosaic":
            cells["cppr_person_id"] = self.person(child)
        self.add("ssd_cp_reviews", **cells)

    def _participation(self, code: int) -> str:
        words: dict[str, Callable[[int], str]] = {
            "systemc": lambda n: SSDA903_CODES[f"PN{n}"],
            "mosaic": lambda n: f"pn{n}",
            "eclipse": lambda n: f"{SHORT[n]} ",
        }
        return words[self.name](code)

    def _involved(self, child: Child, referral: str) -> None:
        for role, worker, since in (
            ("CW", child.worker, child.since),
            ("KA1", 3, child.since - timedelta(days=9)),
        ):
            cells = {
                "invo_involvements_id": self.passing(),
                "invo_professional_id": f"W{worker}",
                "invo_professional_role_id": role,
                "invo_professional_team": f"Team {worker % 3}"
                if self.name == "mosaic"
                else f"T{worker % 3}",
                "invo_involvement_start_date": self.day(since),
                "invo_involvement_end_date": self.day(None),
                "invo_referral_id": referral,
            }
            if self.name != "mosaic":
                cells["invo_person_id"] = self.person(child)
            self.add("ssd_involvements", **cells)

    def staff(self) -> None:
        """Add the workers, their teams, and an adult who is a client only as a parent."""
        for n in range(20):
            named = {} if self.name == "mosaic" else {"prof_professional_name": f"Pat Holm {n}"}
            self.add(
                "ssd_professionals", prof_professional_id=f"W{n}", prof_staff_id=f"S{n}", **named
            )
        for n in range(3):
            self.add("ssd_department", dept_team_id=f"T{n}", dept_team_name=f"Team {n}")
        self.add(
            "ssd_person",
            pers_person_id="A1",
            pers_legacy_id="",
            pers_dob=self.day(date(1990, 5, 1)),
            pers_expected_dob=self.day(None),
        )


def tables_of(children: list[Child], supplier: str, night: int = 0) -> Tables:
    """Return the tables of an extract."""
    writer = Supplier(supplier, night)
    for child in children:
        writer.child(child)
    writer.staff()
    return writer.tables


def write(folder: Path, tables: Tables) -> Path:
    """Write one CSV file for each table."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in tables.items():
        heads = list(dict.fromkeys(name for row in rows for name in row))
        with (folder / f"{table}.csv").open("w", newline="") as out:
            writer = csv.DictWriter(out, heads, restval="")
            writer.writeheader()
            writer.writerows(rows)
    return folder

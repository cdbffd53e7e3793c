"""The tables of the SSD that Heard reads, and how each supplier names their columns.

Source: SSD 1.4.5, its specification and the tables that SystemC, Mosaic and Eclipse deploy. They
differ, so a column is found by any of its names, and a child through the row's parent where the row
names none.
"""

from collections.abc import Collection
from typing import NamedTuple

RESTRICTED = (
    *("pers_restricted", "pers_restricted_flag", "pers_is_restricted"),
    *("pers_access_restricted", "restricted", "restricted_flag"),
)


class Column(NamedTuple):
    """What Heard calls a column, and what extracts call it. A passing id names a row of tonight."""

    name: str
    written: tuple[str, ...]
    needed: bool = True
    passing: bool = False


class Table(NamedTuple):
    """A table: its columns, and those of which at least one must say whose row it is."""

    name: str
    columns: tuple[Column, ...]
    one_of: tuple[str, ...] = ()

    def missing(self, names: Collection[str]) -> list[str]:
        """Return the columns, as extracts write them, without which nothing can be loaded."""
        lower = {name.lower() for name in names}
        there = {c.name for c in self.columns if lower & set(c.written)}
        lacking = [" or ".join(c.written) for c in self.columns if c.needed and c.name not in there]
        if self.one_of and not there & set(self.one_of):
            asked = [c.written[0] for c in self.columns if c.name in self.one_of]
            lacking.append(f"one of {' or '.join(asked)}")
        return lacking

    def absent(self, names: Collection[str]) -> list[str]:
        """Return the columns, as extracts write them, that are not there and can be spared."""
        lower = {name.lower() for name in names}
        spared = (c for c in self.columns if not c.needed and c.name != "restricted")
        return [c.written[0] for c in spared if not lower & set(c.written)]


def _plain(name: str, *written: str) -> Column:
    return Column(name, written)


def _spared(name: str, *written: str) -> Column:
    return Column(name, written, needed=False)


def _passing(name: str, *written: str, needed: bool = False) -> Column:
    return Column(name, written, needed=needed, passing=True)


def _plan(table: str, prefix: str, *more: Column) -> Table:
    """A table of plans: whose, from when, until when."""
    head = prefix[:4]
    return Table(
        table,
        (
            _spared("person", f"{head}_person_id"),
            _passing("referral", f"{head}_referral_id"),
            _plain("starts", f"{prefix}_start_date"),
            _plain("ends", f"{prefix}_end_date"),
            *more,
        ),
        ("person", "referral"),
    )


_ALL = (
    Table(
        "ssd_person",
        (
            _plain("person", "pers_person_id"),
            _spared("legacy", "pers_legacy_id"),
            _plain("born", "pers_dob"),
            _spared("expected", "pers_expected_dob"),
            _spared("sex", "pers_sex"),
            _spared("ethnicity", "pers_ethnicity"),
            _spared("given_name", "pers_forename"),
            _spared("family_name", "pers_surname"),
            _spared("died", "pers_death_date"),
            Column("restricted", RESTRICTED, needed=False),
        ),
    ),
    Table(
        "ssd_cin_episodes",
        (
            _passing("referral", "cine_referral_id", needed=True),
            _plain("person", "cine_person_id"),
            _spared("starts", "cine_referral_date"),
        ),
    ),
    _plan("ssd_early_help_episodes", "earl_episode"),
    _plan("ssd_cin_plans", "cinp_cin_plan", _passing("plan", "cinp_cin_plan_id", "cin_plan_id")),
    _plan("ssd_cp_plans", "cppl_cp_plan", _passing("plan", "cppl_cp_plan_id", needed=True)),
    Table(
        "ssd_cla_episodes",
        (
            _spared("person", "clae_person_id"),
            _passing("referral", "clae_referral_id"),
            _passing("care", "clae_cla_id"),
            _plain("starts", "clae_cla_episode_start_date"),
            _plain("ends", "clae_cla_episode_ceased_date"),
        ),
        ("person", "referral"),
    ),
    Table(
        "ssd_care_leavers",
        (
            _plain("person", "clea_person_id"),
            _spared("eligibility", "clea_care_leaver_eligibility"),
            _spared("in_touch", "clea_care_leaver_in_touch"),
        ),
    ),
    Table(
        "ssd_cp_reviews",
        (
            _spared("person", "cppr_person_id"),
            _passing("plan", "cppr_cp_plan_id"),
            _plain("day", "cppr_cp_review_date"),
            _spared("participation", "cppr_cp_review_participation"),
        ),
        ("person", "plan"),
    ),
    Table(
        "ssd_cla_reviews",
        (
            _spared("person", "clar_cla_person_id"),
            _passing("care", "clar_cla_id"),
            _plain("day", "clar_cla_review_date"),
            _spared("cancelled", "clar_cla_review_cancelled"),
            _spared("participation", "clar_cla_review_participation"),
        ),
        ("person", "care"),
    ),
    Table(
        "ssd_professionals",
        (
            _plain("worker", "prof_professional_id"),
            _spared("staff", "prof_staff_id"),
            _spared("name", "prof_professional_name"),
        ),
    ),
    Table(
        "ssd_department",
        (
            _plain("team", "dept_team_id"),
            _plain("name", "dept_team_name"),
            _spared("parent", "dept_team_parent_name"),
        ),
    ),
    Table(
        "ssd_involvements",
        (
            _spared("person", "invo_person_id"),
            _passing("referral", "invo_referral_id"),
            _plain("worker", "invo_professional_id"),
            _plain("role", "invo_professional_role_id"),
            _spared("team", "invo_professional_team"),
            _plain("starts", "invo_involvement_start_date"),
            _plain("ends", "invo_involvement_end_date"),
        ),
        ("person", "referral"),
    ),
    Table(
        "ssd_disability",
        (_plain("person", "disa_person_id"), _plain("code", "disa_disability_code")),
    ),
    Table(
        "ssd_family",
        (_plain("person", "fami_person_id"), _passing("family", "fami_family_id", needed=True)),
    ),
)
TABLES = {table.name: table for table in _ALL}
# The rest of the SSD: known by name, and not used.
OTHERS = frozenset(
    f"ssd_{name}"
    for name in (
        *("address", "api_data_staging", "assessment_factors", "cin_assessments", "cin_visits"),
        *("cla_care_plan", "cla_convictions", "cla_health", "cla_immunisations", "cla_placement"),
        *("cla_previous_permanence", "cla_substance_misuse", "cla_visits", "contacts"),
        *("cp_visits", "ehcp_active_plans", "ehcp_assessment", "ehcp_named_plan"),
        *("ehcp_requests", "immigration_status", "initial_cp_conference", "legal_status"),
        *("linked_identifiers", "missing", "mother", "permanence", "pre_proceedings"),
        *("s251_finance", "s47_enquiry", "sdq_scores", "sen_need", "send", "version_log"),
        "voice_of_child",
    )
)


def by_name(name: str) -> str | None:
    """Return the table that a file is named after: SSD_Person.csv, dbo.ssd_person, ssd_person (2).

    A part number or a date may follow the name; a folder of part files is joined.
    """
    whole = name.lower()
    for plain in (whole, whole.partition(".")[2]):
        for table in sorted([*TABLES, *OTHERS], key=len, reverse=True):
            rest = plain.removeprefix(table)
            if rest != plain and not rest.strip(" _-.()0123456789").removeprefix("part"):
                return table
    return None


def by_columns(names: Collection[str]) -> list[str]:
    """Return the tables all of whose needed columns are there."""
    return [name for name, table in TABLES.items() if not table.missing(names)]

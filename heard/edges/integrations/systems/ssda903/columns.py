"""The tables of the SSDA903 return, each known by its set of columns.

Source: the 2026/27 collection (technical specification and the tables that the sector's validator
knows). The columns of a table never changed from 2017 on; SW episodes came in 2024 and
deprivation of liberty orders (DoLo) in 2026.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

TABLES: dict[str, tuple[str, ...]] = {
    "Header": ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"),
    "Episodes": (
        *("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC"),
        *("REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"),
    ),
    "Reviews": ("CHILD", "DOB", "REVIEW", "REVIEW_CODE"),
    "UASC": ("CHILD", "SEX", "DOB", "DUC"),
    "OC2": (
        *("CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK"),
        *("IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE"),
        *("INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"),
    ),
    "OC3": ("CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"),
    "AD1": (
        *("CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR"),
        *("SEX_ADOPTR", "LS_ADOPTR"),
    ),
    "PlacedAdoption": ("CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
    "PrevPerm": ("CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"),
    "Missing": ("CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"),
    "SWEpisodes": ("CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"),
    "DoLo": ("CHILD", "DOB", "DOLO_START", "DOLO_END"),
}
SHARED = {"CHILD", "DOB", "SEX"}  # columns that stand in more than one table


def own_columns(table: str) -> tuple[str, ...]:
    """The columns that only this table has."""
    return tuple(column for column in TABLES[table] if column not in SHARED)


class Match(NamedTuple):
    """The table that a set of columns is; or the tables that it nearly is and what they miss."""

    table: str | None
    extra: tuple[str, ...]
    nearest: tuple[str, ...]
    missing: tuple[str, ...]


def recognise(columns: Collection[str]) -> Match:
    """By the set of names, in any order. Extra columns do no harm where all of a table's are there.

    Where the columns of several tables are there, the table with the most of them wins.
    """
    names = {name.upper() for name in columns}
    whole = [table for table, own in TABLES.items() if names >= set(own)]
    if whole:
        table = max(whole, key=lambda each: len(TABLES[each]))
        extra = tuple(name for name in columns if name and name.upper() not in TABLES[table])
        return Match(table, extra, (), ())
    nearest = _nearest(names)
    missing = _in_order(column for table in nearest for column in TABLES[table])
    return Match(None, (), nearest, tuple(each for each in missing if each not in names))


def _nearest(names: set[str]) -> tuple[str, ...]:
    """The tables most of whose columns are there: half with one of its own, else three quarters."""
    shares: dict[str, float] = {}
    for table, own in TABLES.items():
        share = len(names & set(own)) / len(own)
        if share >= 0.75 or (share >= 0.5 and names & set(own_columns(table))):
            shares[table] = share
    return tuple(table for table, share in shares.items() if share == max(shares.values()))


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))

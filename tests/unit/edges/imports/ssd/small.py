"""A small extract in the shape of Eclipse, table by table, to be spoilt."""

from pathlib import Path

from tests.unit.edges.imports.ssd.suppliers import Row, Tables, write

MAYA: Row = {
    "pers_person_id": "M1",
    "pers_legacy_id": "",
    "pers_dob": "2017-03-04",
    "pers_expected_dob": "",
    "pers_sex": "F",
    "pers_ethnicity": "WBRI",
}
THEO: Row = {**MAYA, "pers_person_id": "T1", "pers_dob": "2011-02-28", "pers_sex": "M"}
IN_CARE: Row = {
    "clae_cla_id": "C1",
    "clae_person_id": "T1",
    "clae_cla_episode_start_date": "2024-01-31",
    "clae_cla_episode_ceased_date": "",
}
PLAN: Row = {
    "cppl_cp_plan_id": "P1",
    "cppl_person_id": "M1",
    "cppl_cp_plan_start_date": "2026-02-01",
    "cppl_cp_plan_end_date": "",
}
REVIEW: Row = {
    "clar_cla_id": "C1",
    "clar_cla_review_date": "2026-10-01",
    "clar_cla_review_cancelled": "N",
    "clar_cla_review_participation": "PN1",
}
CONFERENCE: Row = {
    "cppr_person_id": "M1",
    "cppr_cp_plan_id": "P1",
    "cppr_cp_review_date": "2026-05-01",
    "cppr_cp_review_participation": "PLACEHOLDER_DATA",
}
INVOLVED: Row = {
    "invo_professional_id": "W1",
    "invo_professional_role_id": "CW",
    "invo_professional_team": "",
    "invo_involvement_start_date": "2026-06-01",
    "invo_involvement_end_date": "",
    "invo_person_id": "M1",
    "invo_referral_id": "",
}
WORKER: Row = {"prof_professional_id": "W1", "prof_professional_name": "Pat Holm"}


def small(folder: Path, **more: list[Row]) -> Path:
    """Write Maya (with a plan and a worker) and Theo (in care); `more` replaces tables."""
    tables: Tables = {
        "ssd_person": [MAYA, THEO],
        "ssd_cla_episodes": [IN_CARE],
        "ssd_cp_plans": [PLAN],
        "ssd_cla_reviews": [REVIEW],
        "ssd_cp_reviews": [CONFERENCE],
        "ssd_involvements": [INVOLVED],
        "ssd_professionals": [WORKER],
        **{f"ssd_{name}": rows for name, rows in more.items()},
    }
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.csv"):
        old.unlink()
    return write(folder, tables)

"""A small folder of facts that loads, and ways to spoil it. Maya and Theo are invented."""

from pathlib import Path

FILES = {
    "children": """child_id,birth_date,birth_date_estimated,sex,ethnicity
M1,2017-03-04,0,F,WBRI
T1,2011-02-28,0,M,
""",
    "work": """child_id,level,start_date,end_date
M1,CIN,2025-04-10,
T1,CLA,2024-01-31,2025-12-01
""",
    "assessments": """assessment_id,child_id,completed_date
A1,M1,2025-05-20
A1,T1,2025-05-20
A2,M1,
""",
    "closures": "closure_id,child_id,closed_date\nC1,T1,2025-12-01\n",
    "confirmations": """point,point_id,child_id,answer,reason,answered_on,answered_by
assessment,A1,M1,no,,2025-06-01,Ruth
assessment,A1,M1,yes,,2025-06-01,Ruth
assessment,A1,T1,not_appropriate,He was in hospital,2025-06-02,Ruth
closure,NOT-KNOWN,T1,yes,,2025-12-02,Ruth
""",
    "reviews": """review_id,child_id,plan_type,held_date,cancelled,code,scheme,reason
R1,M1,CIN,2025-07-01,0,PN1,voice-2023,
R1,T1,CLA,2025-07-01,0,PN3,ssda903,
R2,T1,CLA,2025-08-01,1,,,
R3,T1,CLA,2025-09-01,0,attended and spoke,local,
R4,T1,CLA,2025-10-01,0,PN8,voice-2023,The chair said why
""",
    "askings": """asking_id,child_id,asked_on,asked_by,asked_of,filled_in_how,declined
Q1,M1,2025-06-10,worker,child,read_out,0
Q1,T1,2025-06-10,worker,young_person,alone,0
Q2,T1,2025-09-10,provider,young_person,,1
""",
    "talks": "asking_id,talked_on\nQ1,2025-06-12\n",
    "exemptions": """child_id,from_date,to_date,reason,agreed_by,agreed_on
T1,2025-10-01,,In hospital,Ruth,2025-10-01
""",
}


def write(folder: Path, **spoiled: str | bytes | None) -> Path:
    """Write the small folder with some files replaced (None: the file is left out)."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {**FILES, **spoiled}.items():
        if text is None:
            continue
        data = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name}.csv").write_bytes(data)
    return folder


def header(name: str) -> str:
    """The first line of a file."""
    return FILES[name].splitlines()[0] + "\n"


def with_row(name: str, row: str) -> dict[str, str]:
    """The file with one more row at its end."""
    return {name: f"{FILES[name]}{row}\n"}

"""Small returns for tests: the first lines of the tables, and folders with files of given lines."""

import datetime
from pathlib import Path

TODAY = datetime.date(2026, 11, 1)
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
)
FIRST_LINES = {"header.csv": HEADER, "reviews.csv": REVIEWS, "episodes.csv": EPISODES}


def file_of(folder: Path, name: str, *lines: str, end: str = "\n") -> Path:
    """A file of exactly these lines."""
    path = folder / name
    path.write_bytes("".join(line + end for line in lines).encode())
    return path


def return_of(
    folder: Path,
    header: tuple[str, ...] = (),
    reviews: tuple[str, ...] = (),
    episodes: tuple[str, ...] = (),
) -> Path:
    """A folder with the three tables that Heard uses; a table without rows is left out."""
    rows = {"header.csv": header, "reviews.csv": reviews, "episodes.csv": episodes}
    for name, lines in rows.items():
        if lines:
            file_of(folder, name, FIRST_LINES[name], *lines)
    return folder


def child(child_id: str, born: str = "05/06/2010", *, sex: str = "F", mother: str = "") -> str:
    return f"{child_id},{sex},{born},WBRI,,{mother},"


def episode(child_id: str, starts: str, ends: str = "", *, status: str = "C2") -> str:
    return f"{child_id},{starts},S,{status},N1,U1,PR1,{ends},,,,,"

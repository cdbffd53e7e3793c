"""Small SSDA903 returns for tests: invented children, as CSV files."""

from pathlib import Path

HEADS = {
    "header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
    "HOME_POST,PL_POST,URN",
}
MAYA, THEO = "M1,2,04/03/2017,WBRI,,,", "T1,1,28/02/2011,ABAN,,,"
MAYA_SAID, THEO_SAID = "M1,04/03/2017,01/07/2025,PN1", "T1,28/02/2011,02/07/2025,PN3"


def care(child: str, starts: str, ends: str = "") -> str:
    """A row of Episodes."""
    return f"{child},{starts},S,C2,N1,U1,PR1,{ends},,,,,"


def write(
    folder: Path,
    header: list[str] | None = None,
    reviews: list[str] | None = None,
    episodes: list[str] | None = None,
) -> Path:
    """Write those tables that are given; without any, Maya and Theo with a review each."""
    if header is reviews is episodes is None:
        header, reviews = [MAYA, THEO], [MAYA_SAID, THEO_SAID]
    folder.mkdir(parents=True, exist_ok=True)
    tables = {"header": header, "reviews": reviews, "episodes": episodes}
    for name, rows in tables.items():
        if rows is not None:
            text = "\n".join([HEADS[name], *rows]) + "\n"
            (folder / f"{name}.csv").write_bytes(text.encode())
    return folder

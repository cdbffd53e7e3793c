"""Small CIN censuses for tests: invented children, as XML."""

from pathlib import Path

IDS = {"M1": "2017-03-04", "T1": "2011-02-28"}


def child(id: str, *details: str, born: str = "", more: str = "", traits: str = "") -> str:
    """A child with the days of birth of IDS, or another."""
    day = born or IDS.get(id, "")
    birth = f"<PersonBirthDate>{day}</PersonBirthDate>" if day else ""
    return (
        f"<Child><ChildIdentifiers><LAchildID>{id}</LAchildID>{birth}{more}</ChildIdentifiers>"
        f"<ChildCharacteristics>{traits}</ChildCharacteristics>{''.join(details)}</Child>"
    )


def details(starts: str, ends: str = "", inside: str = "", nfa: str = "false") -> str:
    """A referral until its closure, with plans inside it."""
    closed = f"<CINclosureDate>{ends}</CINclosureDate>" if ends else ""
    return (
        f"<CINdetails><CINreferralDate>{starts}</CINreferralDate>{closed}"
        f"<ReferralNFA>{nfa}</ReferralNFA>{inside}</CINdetails>"
    )


def cin_plan(starts: str, ends: str = "") -> str:
    closed = f"<CINPlanEndDate>{ends}</CINPlanEndDate>" if ends else ""
    return f"<CINPlanDates><CINPlanStartDate>{starts}</CINPlanStartDate>{closed}</CINPlanDates>"


def cp_plan(starts: str, ends: str = "") -> str:
    closed = f"<CPPendDate>{ends}</CPPendDate>" if ends else ""
    reviews = "<Reviews><CPPreviewDate>2025-08-01</CPPreviewDate></Reviews>"
    return (
        f"<ChildProtectionPlans><CPPstartDate>{starts}</CPPstartDate>{closed}{reviews}"
        "</ChildProtectionPlans>"
    )


def census(*children: str, authority: str = "201", before: str = "") -> str:
    """The whole file, a child on each line."""
    header = (
        "<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"
        f"</CollectionDetails><Source><LEA>{authority}</LEA></Source></Header>"
    )
    lines = "\n".join(children)
    return f"{before}<Message>{header}\n<Children>\n{lines}\n</Children></Message>"


def write(file: Path, *children: str, **header: str) -> Path:
    file.write_text(census(*children, **header))
    return file

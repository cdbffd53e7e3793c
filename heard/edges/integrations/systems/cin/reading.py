"""Reading the census: lenient in what it takes, and saying what it could not."""

from pathlib import Path

from heard.edges.integrations.systems.child_rows.rows import Aside, ChildRow, Extract
from heard.edges.integrations.systems.child_rows.words import ethnicity, sex
from heard.edges.integrations.systems.cin.elements import Census, Group
from heard.edges.integrations.tables.file_bytes import (
    looks_like_xml,
    open_plain,
    refuse_if_big,
)
from heard.edges.integrations.tables.findings import CannotRead, PassedOver, Refused, some
from heard.edges.integrations.tables.folder import files_at
from heard.edges.integrations.tables.limits import Limits
from heard.edges.integrations.tables.xml_stream import walk

NFA = "a referral without further action: nobody works with the child because of it"
_YES = {"1", "true", "y", "yes"}
_DISABILITIES = {
    *("NONE", "MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT", "DDA"),
}


def read_census(path: Path, limits: Limits | None = None) -> Extract:
    """Read the census at a path (a file or a folder). Raises CannotRead for the path itself."""
    limits = limits or Limits()
    files, notes = files_at(path, limits)
    found = Extract(notes=notes)
    for file in files:
        try:
            _read_file(file, limits, found)
        except PassedOver as reason:
            found.notes.append(f"{file.name} is passed over: {reason}")
        except CannotRead as error:
            found.refused.append(Refused(file.name, error.reason, ()))
    return found


def _read_file(file: Path, limits: Limits, found: Extract) -> None:
    census = Census(file.name)
    with open_plain(file) as stream:
        refuse_if_big(stream, limits)
        head = stream.read(200)
        stream.seek(0)
        if not looks_like_xml(head):
            raise PassedOver("it is no XML file.")
        walk(stream, census, limits)
    collection = census.header.get("Collection", "")
    if collection.upper() not in {"", "CIN"}:
        raise PassedOver(f"it is a return of another collection, {some([collection])}.")
    _same_authority(census, found)
    for child in census.children:
        _child(child, file.name, found)
    found.notes.extend(_notes(census))


def _same_authority(census: Census, found: Extract) -> None:
    code = census.header.get("LEA", "")
    if found.authority and code and code != found.authority:
        raise CannotRead(
            f"It is of another authority ({code[:10]}) than a file before it ({found.authority})."
        )
    found.authority = found.authority or code


def _child(child: Group, file: str, found: Extract) -> None:
    """One row for the child, one for each referral, and one for each plan."""
    who, traits = _merged(child, "ChildIdentifiers"), _merged(child, "ChildCharacteristics")
    twice = who.twice()
    codes = [code.upper() for code in traits.fields.get("Disability", ())]
    base = ChildRow(
        table="Child", file=file, line=child.line, raw=f"{who.raw()}; {traits.raw()}",
        child_id=who.one("LAchildID"),
        born=who.one("PersonBirthDate"),
        expected=who.one("ExpectedPersonBirthDate"),
        sex=sex(who.one("Sex") or who.one("GenderCurrent")),
        ethnicity=ethnicity(traits.one("Ethnicity")),
        disability=" ".join(sorted(set(codes) & _DISABILITIES)),
    )  # fmt: skip
    if twice:
        why = f"{twice} stands in this child twice, with different values."
        found.aside.append(Aside("Child", file, child.line, why, base.raw))
        return
    periods = [row for details in child.every("CINdetails") for row in _periods(base, details)]
    nfa = sum(_no_further_action(details) for details in child.every("CINdetails"))
    if nfa:
        found.left["CINdetails", NFA] += nfa
    if nfa and not periods:
        found.left["Child", "known by such a referral only"] += 1
        return
    found.rows += [base, *periods]


def _merged(child: Group, name: str) -> Group:
    """The group of that name, or the child itself where its fields stand outside of one."""
    groups = child.every(name)
    return groups[0] if groups else child


def _no_further_action(details: Group) -> bool:
    plans = details.every("CINPlanDates") or details.every("ChildProtectionPlans")
    return details.one("ReferralNFA").lower() in _YES and not plans


def _periods(base: ChildRow, details: Group) -> list[ChildRow]:
    """The referral until its closure, and the plans in it; an open plan ends with the referral."""
    if _no_further_action(details):
        return []
    closed = details.one("CINclosureDate")
    rows = [_period(base, details, "CIN", details.one("CINreferralDate"), closed)]
    for plan in details.every("CINPlanDates"):
        ends = plan.one("CINPlanEndDate") or closed
        rows.append(_period(base, plan, "CIN", plan.one("CINPlanStartDate"), ends))
    for plan in details.every("ChildProtectionPlans"):
        ends = plan.one("CPPendDate") or closed
        rows.append(_period(base, plan, "CP", plan.one("CPPstartDate"), ends))
    return rows


def _period(base: ChildRow, group: Group, level: str, starts: str, ends: str) -> ChildRow:
    raw = f"LAchildID={base.child_id}; {group.raw()}"
    row = base._replace(table=group.name, line=group.line, raw=raw)
    return row._replace(level=level, starts=starts, ends=ends)


def _notes(census: Census) -> list[str]:
    notes = []
    if not census.children:
        notes.append(f"{census.file} is a census without a child.")
    if census.unknown:
        names = some(sorted(census.unknown))
        notes.append(f"{census.file} has elements that no census has, passed over: {names}.")
    return notes

"""Walking the census: each Child with its groups, each group with its own line."""

from dataclasses import dataclass, field

from heard.edges.integrations.tables.findings import PassedOver, some

ROOT = "Message"
CHILD = "Child"
GROUPS = {
    *("ChildIdentifiers", "ChildCharacteristics", "CINdetails", "CINPlanDates"),
    *("ChildProtectionPlans", "Assessments", "Section47", "PreProceedingsandFGDM"),
}
KNOWN = {
    *("LAchildID", "UPN", "FormerUPN", "UPNunknown", "PersonBirthDate"),
    *("ExpectedPersonBirthDate", "GenderCurrent", "Sex", "PersonDeathDate", "Ethnicity"),
    *("Disabilities", "Disability", "CINreferralDate", "ReferralSource", "PrimaryNeedCode"),
    *("CINclosureDate", "ReasonForClosure", "DateOfInitialCPC", "ReferralNFA"),
    *("CINPlanStartDate", "CINPlanEndDate", "CPPstartDate", "CPPendDate"),
    *("InitialCategoryOfAbuse", "LatestCategoryOfAbuse", "NumberOfPreviousCPP", "Reviews"),
    *("CPPreviewDate", "AssessmentActualStartDate", "AssessmentInternalReviewDate"),
    *("AssessmentAuthorisationDate", "FactorsIdentifiedAtAssessment", "AssessmentFactors"),
    *("S47ActualStartDate", "InitialCPCtarget", "ICPCnotRequired"),
}


@dataclass
class Group:
    """One group of a child: its fields, each with all its values, and the groups inside it."""

    name: str
    line: int
    fields: dict[str, list[str]] = field(default_factory=dict)
    groups: list["Group"] = field(default_factory=list)

    def one(self, name: str) -> str:
        """Return the first value of a field, or blank."""
        return next(iter(self.fields.get(name, ())), "")

    def every(self, name: str) -> list["Group"]:
        """Return the groups of that name."""
        return [group for group in self.groups if group.name == name]

    def twice(self) -> str:
        """Return a field that stands here twice with different values, or blank."""
        many = (n for n, v in self.fields.items() if n in _ONCE and len(set(v)) > 1)
        return next(many, "")

    def raw(self) -> str:
        """Return the group as one line of text, in the order of the file."""
        pairs = [f"{name}={value}" for name, values in self.fields.items() for value in values]
        return f"{self.name}: " + "; ".join(pairs)


_ONCE = {
    *("LAchildID", "PersonBirthDate", "ExpectedPersonBirthDate", "CINreferralDate"),
    *("CINclosureDate", "CINPlanStartDate", "CINPlanEndDate", "CPPstartDate", "CPPendDate"),
}


class Census:
    """Takes each child as the file goes by, and what the header says."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.children: list[Group] = []
        self.header: dict[str, str] = {}
        self.unknown: set[str] = set()
        self.depth = 0
        self.open: list[Group] = []
        self.path: list[str] = []

    def begins(self, name: str, line: int) -> None:
        """Open an element; the first says whether the file is a census at all."""
        if not self.path and name != ROOT:
            raise PassedOver(f"it is XML, but no CIN census: its first element is {some([name])}.")
        self.path.append(name)
        if name == CHILD or (self.open and name in GROUPS):
            self.open.append(Group(name, line))

    def ends(self, name: str, text: str | None, line: int) -> None:
        """Close an element: a group goes to the one around it, a value into its group."""
        self.path.pop()
        if self.open and name == self.open[-1].name:
            group = self.open.pop()
            (self.open[-1].groups if self.open else self.children).append(group)
        elif self.open:
            self._value(name, (text or "").strip())
        elif "Header" in self.path and text:
            self.header[name] = text.strip()

    def _value(self, name: str, value: str) -> None:
        if name not in KNOWN and self.open[-1].name != "PreProceedingsandFGDM":
            self.unknown.add(name)
        if value:
            self.open[-1].fields.setdefault(name, []).append(value)

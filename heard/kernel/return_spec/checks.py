"""The written checks of the return: one file for each, one folder for each year that adds any.

A check that cannot run makes the return unsendable; it never counts as clean.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any, NamedTuple

from heard.kernel.return_spec.context import Context
from heard.kernel.time import ReportingYear

# A year is a delta: it has all checks of the years before it, and its own.
YEAR_FOLDERS = {ReportingYear(2025): "heard.kernel.return_spec.y2025_26.checks"}
COULD_NOT_RUN = "This check could not run, so the return cannot be sent: "


class Check(NamedTuple):
    """One written check: its code, how grave it is, what it says, how it finds the records."""

    code: str
    severity: str
    text: str
    find: Callable[[Context], list[str]]


@dataclass(frozen=True)
class Finding:
    """What a check found. `ran` False: it broke, and nobody may accept it away."""

    code: str
    severity: str
    text: str
    refs: tuple[str, ...]
    ran: bool = True

    @property
    def count(self) -> int:
        """How many records; a check that could not run counts as one."""
        return len(self.refs) if self.ran else 1

    def as_json(self) -> dict[str, Any]:
        """Return it as the return's `checks` list has it."""
        said = {"code": self.code, "severity": self.severity, "text": self.text}
        return {**said, "count": self.count}


def read_check(module: ModuleType) -> Check:
    """Return the check that a file holds. Its code is the name of the file."""
    code = module.__name__.rpartition(".")[2].replace("_", "-")
    if module.SEVERITY not in ("error", "warning"):
        raise ValueError(f"{code}: a check is an error or a warning, not {module.SEVERITY!r}.")
    return Check(code, module.SEVERITY, module.TEXT, module.find)


def checks_of(year: ReportingYear) -> list[Check]:
    """Return the checks of a year in order of code, those of earlier years included."""
    first = min(YEAR_FOLDERS)
    found: dict[str, Check] = {}
    for begins in sorted(begin for begin in YEAR_FOLDERS if begin <= max(year, first)):
        folder = importlib.import_module(YEAR_FOLDERS[begins])
        for entry in pkgutil.iter_modules(folder.__path__):
            check = read_check(importlib.import_module(f"{folder.__name__}.{entry.name}"))
            found[check.code] = check
    return [found[code] for code in sorted(found)]


def run_one(check: Check, context: Context) -> Finding:
    """Run a check. What breaks in it becomes an error that says so."""
    try:
        refs = tuple(check.find(context))
    except Exception as broken:
        words = f"{COULD_NOT_RUN}{check.text} ({type(broken).__name__})"
        return Finding(check.code, "error", words, (), ran=False)
    return Finding(check.code, check.severity, check.text, refs)


def run_checks(context: Context, checks: Iterable[Check] | None = None) -> list[Finding]:
    """Return what the checks of the return's year found, errors first; clean ones are left out."""
    wanted = checks_of(context.year) if checks is None else checks
    findings = [run_one(check, context) for check in wanted]
    return sorted(
        (finding for finding in findings if finding.count),
        key=lambda finding: (finding.severity != "error", finding.code),
    )

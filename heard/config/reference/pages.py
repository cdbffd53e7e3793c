"""The pages of the reference: each a function that returns Markdown."""

import importlib
import inspect
from collections.abc import Callable, Iterable

from django.apps import apps

from heard.config import env
from heard.config.reference import reading_age
from heard.config.reference.doors import pages_of
from heard.config.reference.operations import every_operation
from heard.foundations.access.permissions import P
from heard.foundations.access.roles import ROLES
from heard.kernel import loop
from heard.kernel.return_spec.checks import checks_of
from heard.kernel.time import ReportingYear


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(_cell(c) for c in line) + " |\n" for line in lines)


def _cell(text: object) -> str:
    return " ".join(str(text).split()).replace("|", "\\|")


def who_may_do_what() -> str:
    """Permissions by role, then pages by role."""
    roles = list(ROLES)
    mark = {True: "yes", False: ""}
    by_role = [[p.value, *(mark[p in ROLES[r].permissions] for r in roles)] for p in P]
    titles = [ROLES[r].title for r in roles]
    pages = [
        [page.name, f"`{page.path}`", page.opens, *(mark[page.for_role(r)] for r in roles)]
        for page in pages_of("heard.config.doors.staff")
    ]
    return (
        "# Who may do what\n\n"
        "A person may have several roles. For anybody else a page does not exist (404). Pages of "
        "a child ask further for a reason that Heard knows: allocated worker, their manager, "
        "chair of the child's reviews within a year, a named reader, or a typed reason (60 "
        "minutes). A restricted record opens to its worker, their manager and named readers.\n\n"
        "## Roles\n\n"
        + table(("Role", "Purpose"), ((r.title, r.purpose) for r in ROLES.values()))
        + "\n## Permissions\n\n"
        + table(("May", *titles), by_role)
        + "\n## Pages\n\n"
        + table(("Page", "Address", "Opens to", *titles), pages)
        + "\n## The families' door\n\n"
        "No role opens these. Where it says families, the browser that opened the link does.\n\n"
        + table(
            ("Page", "Address", "Opens to"),
            (
                (page.name, f"`{page.path}`", page.opens)
                for page in pages_of("heard.config.doors.family")
            ),
        )
    )


def audit_events() -> str:
    """Every operation, the event that it records, and what it does."""
    rows = [
        (f"`{verb}`", (inspect.getdoc(run) or "").split("\n")[0])
        for verb, run in sorted(every_operation().items())
    ]
    words = (
        "Each is one link of the chain: who, when, what, about which record. No words of a child.\n"
    )
    return f"# Audit events\n\n{words}\n" + table(("Event", "What happened"), rows)


def settings() -> str:
    """Every setting that the environment may give."""
    rows = [
        (f"`{n}`", s.meaning, f"`{s.default}`" if s.default else "")
        for n, s in env.SETTINGS.items()
    ]
    return "# Settings\n\n" + table(("Setting", "Meaning", "Default"), rows)


def data() -> str:
    """Every field of every model: what it is, how long it is kept, how a copy is scrubbed."""
    parts = ["# Data, how long it is kept, and how a copy is made safe\n"]
    for config in apps.get_app_configs():
        if not config.name.startswith("heard.") or not list(config.get_models()):
            continue
        fields = importlib.import_module(f"{config.name}.classification").CLASSIFIED
        rows = [(f"`{name}`", *entry) for name, entry in sorted(fields.items())]
        parts.append(
            f"\n## {config.label}\n\n" + table(("Field", "What", "Kept", "In a copy"), rows)
        )
    return "".join(parts)


def return_checks() -> str:
    """Every written check of the return."""
    checks = checks_of(ReportingYear.parse("2025-26"))
    rows = [(f"`{c.code}`", c.severity, c.text) for c in checks]
    words = "An error blocks signing unless the director accepts it with a reason.\n"
    return f"# Checks of the return\n\n{words}\n" + table(
        ("Check", "Severity", "What it says"), rows
    )


def loop_states() -> str:
    """The states of what somebody said, and who moves them."""
    rows = [
        (", ".join(sorted(s or "-" for s in m.sources)), m.words, m.by, m.to or "the same")
        for m in loop.MOVES.values()
    ]
    return "# The loop: said, heard, done, told\n\n" + table(("From", "Move", "By", "To"), rows)


PAGES: dict[str, Callable[[], str]] = {
    "who-may-do-what": who_may_do_what,
    "audit-events": audit_events,
    "settings": settings,
    "data": data,
    "return-checks": return_checks,
    "loop": loop_states,
    "reading-age": reading_age.page,
}

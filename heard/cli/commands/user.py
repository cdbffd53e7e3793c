"""heard user add: make an account for a member of staff."""

import argparse

from heard.cli.commands.serve import require_ready
from heard.cli.main import BadInput, set_up_django

HELP = "make an account for a member of staff"
EXAMPLES = """example:
  heard user add kit@northmoor.example --name "Kit" --role administrator

Prints a start password once. It opens only the page where they choose their own; then they set up
a second factor, and the other pages open."""


def add(parser: argparse.ArgumentParser) -> None:
    """Take the action, the address, the name and the roles."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    one = actions.add_parser("add", help=HELP, epilog=EXAMPLES)
    one.add_argument("email", metavar="EMAIL", help="their address at work")
    one.add_argument("--name", required=True, help="their name")
    one.add_argument(
        "--role", dest="roles", action="append", required=True, help="what they do; may be repeated"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the account and print its start password. Raises BadInput in plain words."""
    set_up_django()
    require_ready()
    from heard.foundations.accounts.forms import AddAccountForm
    from heard.foundations.accounts.operations import add_account
    from heard.foundations.accounts.rules import START_PASSWORD_LASTS, new_start_password
    from heard.foundations.audit.actor import os_account
    from heard.foundations.deployment import clock

    _known(arguments.roles)
    form = AddAccountForm(
        {"email": arguments.email, "name": arguments.name, "roles": arguments.roles}
    )
    if not form.is_valid():
        raise BadInput("\n".join(f"{n}: {' '.join(map(str, w))}" for n, w in form.errors.items()))
    password, at, given = new_start_password(), clock.now(), form.cleaned_data
    add_account(
        email=given["email"],
        name=given["name"],
        roles=frozenset(given["roles"]),
        password=password,
        start_password_until=at + START_PASSWORD_LASTS,
        by=os_account(),
        at=at,
    )
    print(password)
    return 0


def _known(roles: list[str]) -> None:
    from heard.foundations.access.roles import ROLES

    unknown = [role for role in roles if role not in ROLES]
    if unknown:
        raise BadInput(f"There is no role {unknown[0]!r}. Choose from: {', '.join(ROLES)}.")

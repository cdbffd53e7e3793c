"""Every role, in plain English, and what it may do. A person may have several."""

from typing import NamedTuple

from heard.foundations.access.permissions import P


class Role(NamedTuple):
    """A role: what people call it, what it is for, and its permissions."""

    title: str
    purpose: str
    permissions: frozenset[P]


_ALL_STAFF = frozenset({P.USE_HEARD})
_PRACTICE = _ALL_STAFF | {
    P.READ_RECORDS, P.WRITE_RECORDS, P.SEE_SAID, P.ASK_FOR_ACCESS, P.CHAIR_REVIEWS,
}  # fmt: skip

ROLES = {
    "worker": Role(
        "Worker",
        "Social worker, early help worker or personal adviser, with children of their own",
        _PRACTICE,
    ),
    "manager": Role(
        "Team manager",
        "Answers for a team and for the records of its children",
        _PRACTICE
        | {P.RESTRICT_RECORDS, P.SEE_WHO_LOOKED, P.CONFIRM_HEARD, P.SUPERVISE, P.CHANGE_WORKERS},
    ),
    "chair": Role("Chair of reviews", "Chairs the reviews of children, often as an IRO", _PRACTICE),
    "advocate": Role(
        "Advocate",
        "Speaks for a child; reads what the child shares with the people helping them",
        _ALL_STAFF | {P.READ_SHARED, P.SEE_SAID},
    ),
    "duty": Role(
        "Duty team",
        "Answers today for children who need somebody soon, in the day and after hours",
        _ALL_STAFF | {P.SEE_DUTY},
    ),
    "analyst": Role(
        "Performance analyst",
        "Prepares and explains the return; sees facts, never words or scores",
        _ALL_STAFF
        | {
            P.READ_RETURNS, P.READ_FACTS, P.BUILD_RETURNS, P.WRITE_VOICE_PLAN, P.TAKE_RETURNS_OUT,
            P.IMPORT, P.TAKE_DATA_OUT, P.SETTLE_REVIEWS,
        },
    ),
    "participation_lead": Role(
        "Participation lead",
        "Writes the annual voice plan with children and young people; sees no records",
        _ALL_STAFF | {P.WRITE_VOICE_PLAN},
    ),
    "director": Role(
        "Director",
        "Signs the return, accepts what cannot be mended, names a delegate; sees no records",
        _ALL_STAFF
        | {
            P.READ_RETURNS, P.ACCEPT_ERRORS, P.SIGN_RETURNS, P.NAME_DELEGATE, P.TAKE_RETURNS_OUT,
        },
    ),
    "administrator": Role(
        "Administrator",
        "Keeps the settings and the accounts; sees no records",
        _ALL_STAFF | {P.DESCRIBE_AUTHORITY, P.SEE_ACCOUNTS, P.CHECK_AUDIT},
    ),
}  # fmt: skip


def permissions_of(roles: frozenset[str]) -> frozenset[P]:
    """Return all that the roles allow together; an unknown role allows nothing."""
    return frozenset().union(*(ROLES[r].permissions for r in roles if r in ROLES))

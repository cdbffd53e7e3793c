"""The CIN census as its XML file: children, referrals, CIN plans and child protection plans.

Shapes of 2022 to 2026: the sex stands in GenderCurrent or Sex, and from 2026 on a record may hold
PreProceedingsandFGDM, which Heard does not use. Source: the census's schemas.
"""

from heard.edges.integrations.systems.cin.reading import read_census

__all__ = ["read_census"]

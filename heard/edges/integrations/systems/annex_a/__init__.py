"""The Annex A workbook: what an authority gives inspectors, and makes every quarter.

Lists 6 to 9 say who is a child in need, on a child protection plan, in our care or a care leaver,
and who has them now. The other lists are of contacts, referrals, assessments and adoption: nobody
becomes known to Heard by them. Source: the lists' published layout.
"""

from heard.edges.integrations.systems.annex_a.reading import read_annex_a

__all__ = ["read_annex_a"]

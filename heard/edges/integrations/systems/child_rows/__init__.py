"""Rows about children, their plans and their workers, as the Annex A workbook and the CIN census
give them: read by each system in its own way, judged here in one.
"""

from heard.edges.integrations.systems.child_rows.judging import Judged, Said, judge
from heard.edges.integrations.systems.child_rows.rows import Aside, ChildRow, Extract

__all__ = ["Aside", "ChildRow", "Extract", "Judged", "Said", "judge"]

"""Bringing in rows about children, plans and workers: the Annex A workbook and the CIN census."""

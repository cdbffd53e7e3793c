"""The written checks: each file has SEVERITY, TEXT and find(context) -> refs of the records."""

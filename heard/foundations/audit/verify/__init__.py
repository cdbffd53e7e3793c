"""Is the trail whole? Walks the chain, its end, and the heads written outside the database.

Anything edited, deleted, put in, moved, or cut before the last head is found, even when a
superuser of the database did it: whoever has no audit key cannot make a seal.
"""

from heard.foundations.audit.verify.check import Report, verify
from heard.foundations.audit.verify.findings import Finding

__all__ = ["Finding", "Report", "verify"]

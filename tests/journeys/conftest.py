"""Fixtures of the journeys: a running Heard and a real browser."""

from tests.journeys.browser import chromium, page
from tests.journeys.northmoor import northmoor
from tests.journeys.server import demo_site, site

__all__ = ["chromium", "demo_site", "northmoor", "page", "site"]

"""Fixtures of the journeys: a running Heard and real browsers."""

from tests.journeys.browser import chromium, page
from tests.journeys.families import phone
from tests.journeys.northmoor import northmoor
from tests.journeys.server import demo_site, site
from tests.journeys.webkit import screen, webkit

__all__ = [
    "chromium",
    "demo_site",
    "northmoor",
    "page",
    "phone",
    "screen",
    "site",
    "webkit",
]

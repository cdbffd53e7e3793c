"""Fixtures of the journeys: a running Heard and real browsers."""

from tests.journeys.browser import chromium, page
from tests.journeys.families import phone
from tests.journeys.northmoor import made_northmoor, northmoor
from tests.journeys.server import demo_site, site
from tests.journeys.webkit import screen, webkit

__all__ = [
    "chromium",
    "demo_site",
    "made_northmoor",
    "northmoor",
    "page",
    "phone",
    "screen",
    "site",
    "webkit",
]

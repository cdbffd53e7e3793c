"""The demo: an invented authority, with the page where its cast signs in with one click."""

from heard.config.settings.base import *  # noqa: F403
from heard.config.settings.base import INSTALLED_APPS

HEARD_DEMO = True
INSTALLED_APPS = [*INSTALLED_APPS, "demo"]
ROOT_URLCONF = "heard.config.doors.demo"
# Whoever is not signed in chooses somebody of the cast.
LOGIN_URL = "demo:cast"

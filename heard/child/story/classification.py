"""This app keeps nothing of its own: what it shows is kept by the apps below."""

from heard.foundations.access.classified import Classified

CLASSIFIED: dict[str, Classified] = {}

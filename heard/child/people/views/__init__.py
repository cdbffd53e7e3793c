"""Pages about a child. Each look at a record is checked, and written down, before it is shown."""

from heard.child.people.views.reading import managed, page_of

__all__ = ["managed", "page_of"]

"""What people type on the pages of a child."""

from heard.child.people.forms.reading import FindForm, ReaderForm, ReasonForm, RestrictForm

__all__ = ["FindForm", "ReaderForm", "ReasonForm", "RestrictForm"]

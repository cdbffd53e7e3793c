"""A form that was handed in or declined takes nothing more."""

from heard.child.feedback.models import Form


class FormClosed(Exception):
    """The form was handed in or declined; `state` says which."""

    def __init__(self, state: str) -> None:
        super().__init__(f"the form is {state}")
        self.state = state


def refuse_when_closed(form: Form) -> None:
    """Raise FormClosed where nothing more can be written into the form."""
    if form.state in {"handed_in", "declined"}:
        raise FormClosed(form.state)

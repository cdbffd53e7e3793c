from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "heard.child.feedback"
    label = "feedback"

    def ready(self) -> None:
        """Let the database itself keep every answer, and every wording, as it was given."""
        from heard.child.feedback.models import Answer, Form, HastyNote, OwnWording
        from heard.foundations.audit.kept import keep

        keep(Answer)
        keep(HastyNote)
        keep(Form, "id", "declined_reason")
        keep(OwnWording, "id", "key", "version", "language", "kind", "content")

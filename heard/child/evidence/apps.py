from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "heard.child.evidence"
    label = "evidence"

    def ready(self) -> None:
        """Make a point of each ending of our work, inside the operation that ended it."""
        from heard.child.evidence.listening import closed
        from heard.child.voice.hooks import ENDED

        ENDED.append(closed)

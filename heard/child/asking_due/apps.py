from django.apps import AppConfig


class AskingDueConfig(AppConfig):
    name = "heard.child.asking_due"
    label = "asking_due"

    def ready(self) -> None:
        """Count each asking and each talk, inside the operation that made it."""
        from heard.child.asking_due.listening import count_asking, count_talk
        from heard.child.voice.hooks import ASKED, TALKED

        ASKED.append(count_asking)
        TALKED.append(count_talk)

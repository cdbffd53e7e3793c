from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "heard.child.voice"
    label = "voice"

    def ready(self) -> None:
        """Let the database itself keep what was said and every step as they were written."""
        from heard.child.voice.models import Choice, Closing, Handover, Said, Step, TalkedOver
        from heard.foundations.audit.kept import keep

        keep(Said, "id", "words", "speaker", "adult", "happened_on", "received_at")
        keep(Handover, "words", "know")
        for whole in (Choice, Closing, Step, TalkedOver):
            keep(whole)

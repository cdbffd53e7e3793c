from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "heard.child.voice"
    label = "voice"

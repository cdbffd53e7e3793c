from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "heard.child.evidence"
    label = "evidence"

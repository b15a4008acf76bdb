from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    name = "cairn.improvement"

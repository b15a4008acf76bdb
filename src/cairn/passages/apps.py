from django.apps import AppConfig


class PassagesConfig(AppConfig):
    name = "cairn.passages"

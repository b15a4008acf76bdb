from django.apps import AppConfig


class OfflineConfig(AppConfig):
    name = "cairn.offline"

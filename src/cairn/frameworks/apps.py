from django.apps import AppConfig


class FrameworksConfig(AppConfig):
    name = "cairn.frameworks"

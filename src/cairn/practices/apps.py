from django.apps import AppConfig


class PracticesConfig(AppConfig):
    name = "cairn.practices"

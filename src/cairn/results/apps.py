from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "cairn.results"

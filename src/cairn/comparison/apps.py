from django.apps import AppConfig


class ComparisonConfig(AppConfig):
    name = "cairn.comparison"

from django.apps import AppConfig


class RepositoryConfig(AppConfig):
    name = "cairn.repository"

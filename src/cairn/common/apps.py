from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "cairn.common"

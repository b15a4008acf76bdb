from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "cairn.registers"

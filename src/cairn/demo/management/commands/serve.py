"""./cairn serve: from an empty folder to a running Cairn."""

import os
import socket
import sys
import webbrowser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cairn.demo.sign_ins import SignIn, sign_ins_kept
from cairn.frameworks import actions as frameworks
from cairn.people.models import Person
from cairn.publications import facts as publications
from cairn.publications.actions import reindex
from cairn.surveys import actions as surveys


class Command(BaseCommand):
    help = "Prepare the database, load the frameworks and forms, make a demo where nothing is there yet, and serve."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=1, help="processes; one serves a house on SQLite")
        parser.add_argument("--open", action="store_true", help="open a browser")
        parser.add_argument("--no-demo", action="store_true", help="leave an empty database empty")

    def handle(self, *args: Any, **options: Any) -> None:
        _port_is_free(options["host"], options["port"])
        prepare()
        if not options["no_demo"] and not Person.objects.exists():
            # Heavy, and needed at the first start only.
            from cairn.demo.building import first_look  # noqa: PLC0415

            first_look(today=timezone.localdate())
        address = f"http://{_named(options['host'])}:{options['port']}/"
        self._tell(address, sign_ins_kept())
        if options["open"]:
            webbrowser.open(address)
        self.stdout.flush()
        _become_server(options["host"], options["port"], options["workers"])

    def _tell(self, address: str, sign_ins: tuple[SignIn, ...]) -> None:
        self.stdout.write(f"Cairn is at {address} (Ctrl-C stops it)")
        if sign_ins:
            self.stdout.write(
                "\nThis is a demo: all people and practices are invented. Do not put real records in it."
            )
            for one in sign_ins:
                self.stdout.write(f"  {one.role:<18} {one.email:<30} {one.password}")
            self.stdout.write("More to look at, two years with 120 people, is made by: ./cairn demo")


def prepare() -> None:
    """Tables, the cache's table, the frameworks and forms that come with Cairn, the search, and files where they are named by content."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    frameworks.load_shipped()
    surveys.load_shipped()
    if not publications.indexed():  # published by an earlier Cairn, which had no index
        reindex()
    if "Manifest" in settings.STORAGES["staticfiles"]["BACKEND"]:
        call_command("collectstatic", verbosity=0, interactive=False)


def _port_is_free(host: str, port: int) -> None:
    """Asked before anything else, so that the answer is one sentence."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as refusal:
            raise CommandError(
                f"Cannot listen on {host}, port {port}: {refusal.strerror}. Try another: ./cairn serve --port {port + 1}"
            ) from refusal


def _named(host: str) -> str:
    """An address that a browser on this machine understands."""
    if host in {"0.0.0.0", "::"}:  # noqa: S104  # compared with, not listened on
        return "localhost"
    return f"[{host}]" if ":" in host else host


def _become_server(host: str, port: int, workers: int) -> None:
    """This process turns into the server, so that Ctrl-C and signals reach it directly."""
    granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    more = ["--workers", str(workers), "--blocking-threads", "4", "--no-ws", "--log-level", "warning"]
    os.execv(sys.executable, [*granian, *more, "cairn.wsgi:application"])  # noqa: S606  # no shell, our own words

"""`./cairn token EMAIL NAME`: a key for a program that acts for a person."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cairn.people import actions
from cairn.people.models import Person


class Command(BaseCommand):
    help = "Makes a key for a program. It is printed once and kept only as a fingerprint."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="whose key it is")
        parser.add_argument("name", help="what it is for")

    def handle(self, *args: Any, **options: Any) -> None:
        person = Person.objects.filter(email__iexact=options["email"]).first()
        if person is None:
            raise CommandError(f"Nobody signs in as {options['email']}.", returncode=2)
        _token, secret = actions.make_token(person=person, name=options["name"])
        self.stdout.write(secret)

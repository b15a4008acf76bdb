"""`python -m cairn COMMAND`: anything Django's manage.py can, and Cairn's own commands."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.settings")
    execute_from_command_line(["cairn", *sys.argv[1:]])

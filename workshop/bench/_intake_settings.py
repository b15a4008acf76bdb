"""Cairn's settings with one page more, which does nothing but one commit: what any page costs that keeps something."""

from cairn.settings import *  # noqa: F403, TID251  # a module of settings itself, and all of them are meant

ROOT_URLCONF = "workshop.bench._intake_urls"

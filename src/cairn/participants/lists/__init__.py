"""Participants, their languages and their consents as sheets (sheets/shape.py): of the people with whom somebody works.

What is sealed does not travel in sheets: own words, nationality, adjustments, ways of contact, with whom something is shared.
"""

from cairn.participants.lists import lines, people

TABLES = (people.TABLE, lines.LANGUAGES, lines.CONSENTS)

"""Activities, sessions and attendance as sheets (sheets/shape.py); the door to all three is TABLES.

A sheet makes new rows. What is there already is changed in its form or on its sheet, where two versions can be told apart and a
history is kept: a row that says the same is counted as unchanged, one that says otherwise is told so.
"""

from cairn.activities.lists import activities, attendance, sessions

TABLES = (activities.TABLE, sessions.TABLE, attendance.TABLE)

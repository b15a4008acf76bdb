"""What is true of activities, their sessions and who came: reads only, over the room's own tables.

A room inside the room: it knows nothing of how records are written, asked for or drawn, and is understood without them.
"""

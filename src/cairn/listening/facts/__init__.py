"""What is true of what people said: reads only, over the room's own tables and what voices lets others read.

A room inside the room: it knows nothing of how things are written, asked for or drawn, and is understood without them.
"""

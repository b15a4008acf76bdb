"""Pictures and recordings that forms show: brought along, made safe and light, kept with a version, and given out.

Its doors are `actions`, `facts` and `serving`; `unpacking` opens what somebody brought.
"""

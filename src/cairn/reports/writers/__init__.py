"""One folder per format. A writer is a package with MEDIA_TYPE, EXTENSION and `write(portrait) -> bytes`.

Adding a format is adding a folder; facts.writers() finds it by walking this package.
"""

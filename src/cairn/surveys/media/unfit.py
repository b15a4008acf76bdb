"""What is wrong with a file that somebody brought."""


class Unfit(ValueError):
    """It cannot be shown or played; in words that say why and what helps."""

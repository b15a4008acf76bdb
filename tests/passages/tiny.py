"""A model so small that everybody can see what it does: texts are near where they speak of the same of two things."""

import numpy as np

STONE, BUS = ("stone", "stein"), ("bus", "wagen")


class Tiny:
    name = "tiny 1"

    def __init__(self, *languages):
        self.languages = languages or ("en", "de")
        self.asked = []

    def speaks(self, language):
        return language in self.languages

    def points(self, texts):
        self.asked += texts
        return np.array([self._point(text.lower()) for text in texts], np.float32)

    @staticmethod
    def _point(text):
        spoken_of = [any(word in text for word in thing) for thing in (STONE, BUS)]
        return [*spoken_of, not any(spoken_of)] / np.sqrt(max(sum(spoken_of), 1))

"""What shapes are painted with: classes on a page, colours in a document."""

from dataclasses import dataclass
from typing import Protocol


class Palette(Protocol):
    def paint(self, role: str) -> dict[str, str]:
        """Attributes of a shape in this role, such as "met", "rim partly", "track" or "label"."""
        ...


class Classes:
    """For pages: the sheet knows the colours, in light and dark."""

    def paint(self, role: str) -> dict[str, str]:
        return {"class": role}


@dataclass(frozen=True, slots=True)
class Ink:
    """For documents: six-digit colours, and the font that the document carries."""

    paper: str = "#fffdf9"
    ink: str = "#25241f"
    soft: str = "#5b564b"
    sunk: str = "#efeae0"
    edge: str = "#7d7567"
    met: str = "#1b655b"
    partly: str = "#a4650a"
    not_met: str = "#6a6152"
    hollow: str = "#7d7567"
    font: str = "Noto Sans"

    def paint(self, role: str) -> dict[str, str]:
        if role in {"label", "soft"}:
            return {"fill": self.ink if role == "label" else self.soft, "font-family": self.font}
        fill, stroke = {
            "met": (self.met, self.met),
            "partly": (self.partly, self.partly),
            "rim partly": (self.paper, self.partly),
            "rim not_met": (self.paper, self.not_met),
            "rim unknown": (self.paper, self.hollow),
            "dash not_met": ("none", self.not_met),
            "dot not_applicable": (self.hollow, "none"),
            "track": (self.sunk, self.edge),
            "bar": (self.met, "none"),
            "arc-track": ("none", self.edge),
            "arc": ("none", self.met),
        }[role]
        return {"fill": fill, "stroke": stroke}


PAGE: Palette = Classes()
PRINT = Ink()

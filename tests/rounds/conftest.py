"""What the records say can be given here as it is for assessments."""

from tests.assessments.conftest import records

__all__ = ["records"]

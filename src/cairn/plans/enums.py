"""What is told of work plans in choices."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class GoalKind(TextChoices):
    """What a goal is about. The first five come before work: without them it does not hold."""

    PAPERS = "papers", _("Papers")
    LANGUAGE = "language", _("Language")
    CHILDCARE = "childcare", _("Childcare")
    ACCOUNT = "account", _("Bank account")
    HOUSING = "housing", _("Housing")
    TRAINING = "training", _("Training or studies")
    RECOGNITION = "recognition", _("Recognition of skills or diplomas")
    WORK = "work", _("Work")
    HEALTH = "health", _("Health")
    CONFIDENCE = "confidence", _("Confidence and independence")
    SOCIAL = "social", _("Social contacts and community")
    OTHER = "other", _("Something else")


PRECONDITIONS = frozenset(
    {GoalKind.PAPERS, GoalKind.LANGUAGE, GoalKind.CHILDCARE, GoalKind.ACCOUNT, GoalKind.HOUSING}
)
"""Goals that make others possible (design, evidence rules, R2.4)."""


class Unit(TextChoices):
    TIMES = "times", _("times")
    HOURS = "hours", _("hours")
    DAYS = "days", _("days")
    WEEKS = "weeks", _("weeks")
    APPLICATIONS = "applications", _("applications")
    CONVERSATIONS = "conversations", _("conversations")
    CERTIFICATES = "certificates", _("certificates")
    DOCUMENTS = "documents", _("documents")
    LEVEL = "level", _("levels (CEFR: A1 is 1, C2 is 6)")
    EURO = "euro", _("euros a month")
    CONTACTS = "contacts", _("people")


class Chooser(TextChoices):
    """Who chose a goal."""

    PERSON = "person", _("the person")
    TOGETHER = "together", _("both together")
    WORKER = "worker", _("the worker")


class GoalState(TextChoices):
    OPEN = "open", _("open")
    REACHED = "reached", _("reached")
    PARTLY = "partly", _("partly reached")
    DROPPED = "dropped", _("dropped")


class Support(TextChoices):
    """How much help a step took or will take; less over time is more autonomy."""

    ALONE = "alone", _("done alone")
    PROMPT = "prompt", _("with a reminder")
    TOGETHER = "together", _("together")
    FOR = "for", _("done for the person")


class Reason(TextChoices):
    """Why somebody left."""

    COMPLETED = "completed", _("The programme was completed")
    OWN_WISH = "own_wish", _("By their own wish")
    MOVED = "moved", _("Moved away")
    OTHER_SERVICE = "other_service", _("Went on to another service")
    NO_CONTACT = "no_contact", _("Contact was lost")
    RULES = "rules", _("Excluded by the rules")
    OTHER = "other", _("Another reason")


class Result(TextChoices):
    """What somebody left to. The first five are positive (design, evidence rules, R2.4)."""

    JOB = "job", _("Paid work")
    SELF_EMPLOYED = "self_employed", _("Work of their own")
    PAID_TRAINING = "paid_training", _("Paid training")
    STUDY = "study", _("Studies")
    RECOGNITION = "recognition", _("A recognised qualification")
    SEEKING = "seeking", _("Looking for work")
    NONE = "none", _("None of these")
    UNKNOWN = "unknown", _("Not known")


POSITIVE = frozenset(
    {Result.JOB, Result.SELF_EMPLOYED, Result.PAID_TRAINING, Result.STUDY, Result.RECOGNITION}
)


class Rating(IntegerChoices):
    """How far somebody agrees with a sentence about themselves."""

    NOT_AT_ALL = 1, _("not at all")
    A_LITTLE = 2, _("a little")
    PARTLY = 3, _("partly")
    MOSTLY = 4, _("mostly")
    FULLY = 5, _("fully")


HIGH = Rating.MOSTLY
"""From here on a rating is high, and kept high counts as much as improved (evidence rules, R2.1)."""


class Contacted(TextChoices):
    """What became of a follow-up."""

    REACHED = "reached", _("The person was reached")
    NOT_REACHED = "not_reached", _("Tried and not reached")
    NOT_SAFE = "not_safe", _("No safe way to make contact")
    REFUSED = "refused", _("The person did not want to answer")


class Trend(TextChoices):
    """How a part of life stands against the day of leaving, as the person says."""

    BETTER = "better", _("better")
    SAME = "same", _("the same")
    WORSE = "worse", _("worse")
    UNSAID = "unsaid", _("not said")


class Holds(TextChoices):
    """Whether the result of leaving still stands."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("not known")

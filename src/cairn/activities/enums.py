"""What activities, sessions and attendance are told in: choices, so that they can be counted."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    COURSE = "course", _("Course")
    WORKSHOP = "workshop", _("Workshop")
    COUNSELLING = "counselling", _("Counselling, one person at a time")
    GROUP = "group", _("Group that meets regularly")
    MENTORING = "mentoring", _("Mentoring or peer support")
    WORK = "work", _("Work experience or placement")
    VISIT = "visit", _("Visit or outing")
    INFORMATION = "information", _("Information meeting")
    COMMUNITY = "community", _("Something done with or for the neighbourhood")
    OTHER = "other", _("Something else")


class Topic(TextChoices):
    LANGUAGE = "language", _("Language")
    WORK = "work", _("Work and looking for work")
    EDUCATION = "education", _("Education and recognition of diplomas")
    SKILLS = "skills", _("Skills and a trade")
    DIGITAL = "digital", _("Digital skills")
    RIGHTS = "rights", _("Rights and equal treatment")
    HEALTH = "health", _("Health and well-being")
    HOUSING = "housing", _("Housing")
    MONEY = "money", _("Money and papers")
    EVERYDAY = "everyday", _("Everyday life here")
    FAMILY = "family", _("Children and family")
    CULTURE = "culture", _("Culture, sport and leisure")
    MEETING = "meeting", _("Meeting local people")
    OTHER = "other", _("Something else")


class InclusionQuestion(TextChoices):
    """What is asked of an activity before it begins: who would be left out by the way it is done."""

    ASKED = "asked", _("Were people asked what would suit them?")
    TIME = "time", _("Can people come who work, study or look after children?")
    PLACE = "place", _("Can everyone get there and get in, also with a wheelchair or a pram?")
    LANGUAGE = "language", _("Can people follow who do not yet speak the main language?")
    READING = "reading", _("Can people follow who do not read?")
    GENDER = "gender", _("Is it safe and welcoming whatever someone’s gender?")
    COST = "cost", _("Does taking part cost nothing, the way there included?")


class InclusionAnswer(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_APPLICABLE = "na", _("Does not apply")
    UNKNOWN = "", _("Not looked at yet")


class State(TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Cancelled")


class CancelReason(TextChoices):
    STAFF = "staff", _("Nobody from the team could come")
    MEDIATOR = "mediator", _("No mediator or interpreter")
    FEW = "few", _("Too few people could come")
    PLACE = "place", _("No place")
    WEATHER = "weather", _("Weather, transport or a strike")
    SAFETY = "safety", _("It would not have been safe")
    MOVED = "moved", _("Another session takes its place")
    OTHER = "other", _("Another reason")


class PlaceKind(TextChoices):
    """What sort of place, never where it is."""

    OWN = "own", _("Our own rooms")
    PARTNER = "partner", _("A partner’s rooms")
    SCHOOL = "school", _("A school or training centre")
    WORKPLACE = "workplace", _("A workplace")
    PUBLIC = "public", _("A public building, such as a library")
    OUTDOORS = "outdoors", _("Outdoors")
    ONLINE = "online", _("Online")
    PHONE = "phone", _("By telephone")
    OTHER = "other", _("Another kind of place")
    UNKNOWN = "", _("Not said")


class Needed(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "", _("Not known")


class Adaptation(TextChoices):
    """How a session was fitted to those who come."""

    TIME = "time", _("Time of day or length")
    PACE = "pace", _("Pace")
    LEVEL = "level", _("Level")
    LANGUAGE = "language", _("Plain or another language")
    PICTURES = "pictures", _("Pictures or showing instead of reading")
    WOMEN_ONLY = "women-only", _("Women only")
    CHILDCARE = "childcare", _("Children looked after or welcome")
    REMOTE = "remote", _("From home, online or by telephone")
    PLACE = "place", _("Another place, or a quiet one")
    ONE_TO_ONE = "one-to-one", _("One person at a time")
    OTHER = "other", _("Something else")


class Support(TextChoices):
    """What was given so that people could come and follow."""

    CHILDCARE = "childcare", _("Childcare")
    INTERPRETER = "interpreter", _("Interpreter")
    TRANSPORT = "transport", _("Transport, or what it costs")
    MEAL = "meal", _("A meal")
    DEVICE = "device", _("A device or internet access")


class Participation(TextChoices):
    PARTICIPANTS = "participants", _("Participants only")
    MIXED = "mixed", _("Participants and local people together")
    UNKNOWN = "", _("Not said")


class StaffRole(TextChoices):
    FACILITATOR = "facilitator", _("Leads the session")
    MEDIATOR = "mediator", _("Cultural mediator")
    INTERPRETER = "interpreter", _("Interpreter")
    CHILDCARE = "childcare", _("Looks after children")
    VOLUNTEER = "volunteer", _("Volunteer or local person")


class Presence(TextChoices):
    """Of a participant at a session. Not known is neither present nor absent."""

    PRESENT = "present", _("Present")
    ABSENT = "absent", _("Absent")
    EXCUSED = "excused", _("Excused")
    UNKNOWN = "unknown", _("Not known")


class AbsenceReason(TextChoices):
    """Coarse on purpose: nobody writes down what somebody is ill with, or afraid of."""

    UNSAID = "", _("No reason known")
    WORK = "work", _("Work or study")
    CARE = "care", _("Children or family")
    APPOINTMENT = "appointment", _("An appointment")
    WAY = "way", _("The way there")
    PERSONAL = "personal", _("Personal, not asked further")
    OTHER = "other", _("Another reason")


class LeavingReason(TextChoices):
    """Why somebody ended an activity before it was over, or with it."""

    COMPLETED = "completed", _("Completed it")
    WORK = "work", _("Began to work or study")
    MOVED = "moved", _("Moved away")
    SUITED = "suited", _("It did not suit: time, level or place")
    CARE = "care", _("Children or family")
    SAFETY = "safety", _("It was not safe for the person to go on")
    PERSONAL = "personal", _("Personal, not asked further")
    LOST = "lost", _("We lost touch")
    OTHER = "other", _("Another reason")

    @property
    def drop_out(self) -> bool:
        """Whether the person left before the activity was over and not for something that it was meant to lead to."""
        return self not in {LeavingReason.COMPLETED, LeavingReason.WORK}

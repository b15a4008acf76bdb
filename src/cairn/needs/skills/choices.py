"""What can be chosen in the grid of skills, in the order in which it is offered."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cairn.needs.skills.shape import Choices

CEFR: Choices = (
    ("none", _("not at all")),
    ("A1", _("A1: a few words and phrases")),
    ("A2", _("A2: everyday matters, simply")),
    ("B1", _("B1: familiar matters, on their own")),
    ("B2", _("B2: at ease in most situations")),
    ("C1", _("C1: fluent, also at work")),
    ("C2", _("C2: everything, with nuances")),
)
"""Levels of the Common European Framework of Reference, in short words of our own."""

ISCED: Choices = (
    ("0", _("No school, or nursery school (ISCED 0)")),
    ("1", _("Primary school (ISCED 1)")),
    ("2", _("Lower secondary school (ISCED 2)")),
    ("3", _("Upper secondary school or apprenticeship (ISCED 3)")),
    ("4", _("Vocational course after secondary school (ISCED 4)")),
    ("5", _("Short course at a college or university (ISCED 5)")),
    ("6", _("Bachelor’s degree or equal (ISCED 6)")),
    ("7", _("Master’s degree or equal (ISCED 7)")),
    ("8", _("Doctorate (ISCED 8)")),
)
SITUATION: Choices = (
    ("work", _("In work")),
    ("looking", _("Looking for work")),
    ("training", _("In school or training")),
    ("home", _("At home, caring for others")),
    ("unable", _("Cannot work at the moment")),
    ("other", _("Something else")),
)
MAY_WORK: Choices = (
    ("yes", _("Yes")),
    ("limits", _("Yes, with limits")),
    ("applied", _("Applied for it")),
    ("no", _("No")),
    ("unsure", _("Not sure: to be found out")),
)
FINISHED: Choices = (("yes", _("Finished")), ("no", _("Begun, not finished")))
RECOGNISED: Choices = (
    ("yes", _("Recognised")),
    ("partly", _("Recognised in part")),
    ("applied", _("Applied for")),
    ("no", _("Not applied for")),
    ("refused", _("Refused")),
)
DIPLOMA: Choices = (
    ("original", _("The original is at hand")),
    ("copy", _("A copy or photo is at hand")),
    ("elsewhere", _("It exists, but not here")),
    ("lost", _("Lost, or never given")),
)
SKILL: Choices = (
    ("household", _("Cooking and running a household")),
    ("children", _("Caring for children")),
    ("care", _("Caring for elderly or sick people")),
    ("digital", _("Phone and computer")),
    ("driving", _("Driving")),
    ("building", _("Building and repairing")),
    ("farming", _("Plants and animals")),
    ("crafts", _("Sewing, hair and crafts")),
    ("trade", _("Buying, selling and money")),
    ("languages", _("Interpreting and helping people understand each other")),
    ("leading", _("Organising and leading")),
    ("teaching", _("Teaching and explaining")),
    ("other", pgettext_lazy("a skill", "Something else")),
)
LICENCE: Choices = (
    ("AM", _("Moped (AM)")),
    ("A", _("Motorcycle (A)")),
    ("B", _("Car (B)")),
    ("C", _("Lorry (C)")),
    ("D", _("Bus (D)")),
    ("exchange", _("From abroad, has to be exchanged")),
)
LEARNT: Choices = (
    ("home", _("At home")),
    ("community", _("In the community or as a volunteer")),
    ("work", _("At work")),
    ("school", _("In school or training")),
    ("self", _("By themselves")),
)
LEVEL: Choices = (
    ("help", _("With help")),
    ("alone", _("On their own")),
    ("well", _("Well, and with speed")),
    ("teach", _("So well that they teach others")),
)
KNOWN: Choices = (
    ("said", _("The person said so")),
    ("shown", _("The person showed it")),
    ("proof", _("There is a proof: certificate, licence, letter")),
)
HOURS: Choices = (("full", _("Full time")), ("part", _("Part time")), ("either", _("Either")))
TIMES: Choices = (
    ("day", _("By day")),
    ("evening", _("In the evening")),
    ("night", _("At night")),
    ("weekend", _("At weekends")),
)
START: Choices = (
    ("now", _("At once")),
    ("soon", _("Within three months")),
    ("later", _("Later")),
)
TRAVEL: Choices = (
    ("30", _("Up to half an hour")),
    ("60", _("Up to an hour")),
    ("more", _("More than an hour")),
)
BARRIER: Choices = (
    ("language", _("Language")),
    ("papers", _("Papers and permits")),
    ("recognition", _("Diploma not recognised")),
    ("experience", _("No experience here")),
    ("childcare", _("Childcare")),
    ("health", _("Health")),
    ("housing", _("Housing")),
    ("transport", _("Getting there")),
    ("digital", _("Phone, computer or internet")),
    ("money", _("Money")),
    ("discrimination", _("Being treated worse than others")),
    ("confidence", _("Confidence")),
    ("other", pgettext_lazy("a barrier", "Something else")),
)
STEP: Choices = (
    ("recognition", _("Have a diploma recognised")),
    ("language", _("Language course")),
    ("basic", _("School or basic education")),
    ("training", _("Vocational training")),
    ("trial", _("Internship or work trial")),
    ("search", _("Look for work")),
    ("business", _("Start a business")),
    ("check", _("Have skills checked or certified")),
    ("counselling", _("Advice or support elsewhere")),
    ("other", pgettext_lazy("a next step", "Something else")),
)

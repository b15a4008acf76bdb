"""Choices that several kinds share, so that what is the same is called the same."""

from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import Choices

LOW_TO_HIGH: Choices = (("low", _("low")), ("middle", _("middle")), ("high", _("high")))

PARTNERS: Choices = (
    ("civil-society", _("civil society")),
    ("public-authority", _("public authority")),
    ("business", _("business")),
    ("migrants", _("migrants and their associations")),
    ("host-community", _("neighbours and host community")),
    ("academia", _("research and education")),
    ("funder", _("funder")),
)
"""Kinds of stakeholder. The first four are those that belong at the table when a practice is designed."""

AUDIENCES: Choices = (
    ("participants", _("participants")),
    ("host-community", _("host community")),
    ("local-authority", _("local authority")),
    ("employers", _("employers")),
    ("services", _("services and schools")),
    ("migrant-associations", _("migrant associations")),
    ("policymakers", _("policymakers")),
    ("public", _("the public")),
)

PHASES: Choices = (
    ("design", _("design")),
    ("implementation", _("implementation")),
    ("evaluation", _("evaluation")),
)

LEVELS: Choices = (
    ("local", _("local")),
    ("regional", _("regional")),
    ("national", _("national")),
    ("international", _("European Union or international")),
)

CHANNELS: Choices = (
    ("in-person", _("in person")),
    ("print", _("print")),
    ("phone", _("telephone")),
    ("messages", _("messages")),
    ("website", _("website")),
    ("social-media", _("social media")),
    ("radio-video", _("radio or video")),
    ("partner", _("through a partner")),
)

DOMAINS: Choices = (
    ("housing", _("housing")),
    ("papers", _("papers and legal status")),
    ("work", _("work")),
    ("language", _("language")),
    ("education", _("education and training")),
    ("health", _("health")),
    ("childcare", _("children and childcare")),
    ("money", _("money and debts")),
    ("contacts", _("contacts and community")),
    ("safety", _("safety")),
    ("other", _("something else")),
)
"""Domains of need, as the needs of participants have them."""

COMPETENCES: Choices = (
    ("languages", _("languages of the participants")),
    ("mediation", _("cultural mediation")),
    ("intercultural", _("working across cultures")),
    ("trauma", _("trauma-informed work")),
    ("gender", _("gender and equality")),
    ("safeguarding", _("protection of adults and children")),
    ("counselling", _("counselling")),
    ("work", _("work and skills guidance")),
    ("rights", _("rights, papers and legal basics")),
    ("groups", _("leading groups")),
    ("health", _("health and first aid")),
    ("data", _("data protection and discretion")),
    ("monitoring", _("monitoring and evaluation")),
    ("leading", _("leading a team")),
)

SIDES: Choices = (
    ("beneficiaries", _("participants")),
    ("host-community", _("host community")),
    ("practitioners", _("practitioners")),
    ("funders", _("funders")),
    ("policymakers", _("policymakers")),
)
"""The five sides whose view of success is asked for."""

RATINGS: Choices = (
    ("5", _("very positive")),
    ("4", _("positive")),
    ("3", _("neither")),
    ("2", _("negative")),
    ("1", _("very negative")),
)
"""The value is the rating; 4 and 5 are positive."""

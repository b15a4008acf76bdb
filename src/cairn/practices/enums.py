"""Tag sets of practices. Target groups have two axes: who people are, and their legal status (domain.md 1.4)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TargetGroup(TextChoices):
    CHILDREN = "children", _("Children")
    YOUNG_PEOPLE = "young-people", _("Young people")
    WOMEN = "women", _("Women")
    MEN = "men", _("Men")
    FAMILIES = "families", _("Families")
    OLDER_PEOPLE = "older-people", _("Older people")
    PEOPLE_WITH_DISABILITIES = "people-with-disabilities", _("People with disabilities")
    SEXUAL_MINORITIES = "sexual-minorities", _("Sexual and gender minorities")
    RACIALISED_MINORITIES = "racialised-minorities", _("Racialised minorities")
    STUDENTS = "students", _("Students")
    WORKERS = "workers", _("Workers")
    JOB_SEEKERS = "job-seekers", _("Job seekers")
    TRAFFICKED_PEOPLE = "trafficked-people", _("People who were trafficked")
    RECEIVING_SOCIETY = "receiving-society", _("Receiving society")
    PROFESSIONALS = "professionals", _("Professionals working with migrants")


class LegalStatus(TextChoices):
    ASYLUM_SEEKERS = "asylum-seekers", _("Asylum seekers")
    INTERNATIONAL_PROTECTION = "international-protection", _("Beneficiaries of international protection")
    TEMPORARY_PROTECTION = "temporary-protection", _("Beneficiaries of temporary protection")
    THIRD_COUNTRY_NATIONALS = "third-country-nationals", _("Other third-country nationals")
    EU_CITIZENS = "eu-citizens", _("EU citizens on the move")
    IRREGULAR_MIGRANTS = "irregular-migrants", _("Irregular migrants")
    UNACCOMPANIED_MINORS = "unaccompanied-minors", _("Unaccompanied minors")
    STATELESS_PEOPLE = "stateless-people", _("Stateless people")
    ANY_STATUS = "any-status", _("Any status")


class IntegrationArea(TextChoices):
    EMPLOYMENT = "employment", _("Employment")
    EDUCATION = "education-and-training", _("Education and training")
    LANGUAGE = "language", _("Language")
    HOUSING = "housing-and-settlement", _("Housing and settlement")
    HEALTH = "health", _("Health")
    FAMILY = "family", _("Family, marriage and children")
    RIGHTS = "rights", _("Rights, legal status and non-discrimination")
    CULTURE = "sports-leisure-arts", _("Sports, leisure and arts")
    CIVIC_LIFE = "civic-life", _("Civic and political life")
    SOCIAL_SUPPORT = "social-support", _("Social support and protection")

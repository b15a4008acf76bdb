"""Grants with their budgets, what was spent of them, and how many hours staff worked on them. Amounts are decimals, never floats."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.money.currencies import CODES
from cairn.practices.models import Practice


def a_currency(code: str) -> None:
    """Raises ValidationError for letters that are no currency."""
    if code not in CODES:
        raise ValidationError(
            _("“%(code)s” is no currency code by ISO 4217, such as EUR."), params={"code": code}
        )


class Revision(models.Model):
    """One change of something: what stood before, what stands after, and why. Rows are only ever added."""

    revision = models.PositiveIntegerField()
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)
    reason = models.TextField(_("why"), max_length=2_000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["-revision"]


class Grant(models.Model):
    """Money from one funder for one practice, over a period, in one currency."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    funder = models.CharField(_("funder"), max_length=200)
    reference = models.CharField(_("number of the grant"), max_length=100, blank=True)
    currency = models.CharField(_("currency"), max_length=3, validators=[a_currency])
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))
    scheme = models.CharField(_("categories"), max_length=20)
    revision = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="grant_ends_after_it_starts",
                violation_error_message=_("The grant cannot end before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.funder} {self.reference}".strip()

    def get_absolute_url(self) -> str:
        return reverse("grant", args=[self.practice_id, self.pk])


class GrantRevision(Revision):
    """One change of a grant's name or days."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="changes")

    class Meta(Revision.Meta):
        constraints = [
            models.UniqueConstraint(fields=["grant", "revision"], name="one_grant_change_per_revision"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_grant_changes_for_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.grant_id} r{self.revision}"


class Category(models.Model):
    """How the funder sorts costs. Taken over when the grant is opened."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="categories")
    code = models.CharField(_("code"), max_length=10)
    words = models.CharField(_("category"), max_length=200)
    flat_rate = models.DecimalField(_("flat rate"), max_digits=5, decimal_places=2, null=True, blank=True)
    """Per cent of what was spent in all other categories; empty where expenses are booked."""
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "code"], name="one_category_per_code"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.words}"


class BudgetLine(models.Model):
    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, related_name="lines", verbose_name=_("category")
    )
    words = models.CharField(_("what for"), max_length=300)
    amount = models.DecimalField(_("amount"), max_digits=15, decimal_places=3)
    """In the grant's currency."""
    revision = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["category__position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="budget_is_not_negative",
                violation_error_message=_("A budget is not negative."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category.code} {self.words}"


class LineRevision(Revision):
    """One change of a line."""

    line = models.ForeignKey(BudgetLine, on_delete=models.CASCADE, related_name="changes")

    class Meta(Revision.Meta):
        constraints = [
            models.UniqueConstraint(fields=["line", "revision"], name="one_line_change_per_revision"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_budget_changes_for_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.line_id} r{self.revision}"


class Expense(models.Model):
    """What was paid. Never changed: a mistake is taken back by a correction that names it."""

    line = models.ForeignKey(
        BudgetLine, on_delete=models.PROTECT, related_name="expenses", verbose_name=_("budget line")
    )
    paid_on = models.DateField(_("paid on"))
    amount = models.DecimalField(_("amount"), max_digits=15, decimal_places=3)
    """In the currency in which it was paid."""
    currency = models.CharField(_("currency"), max_length=3, validators=[a_currency])
    rate = models.DecimalField(_("rate"), max_digits=15, decimal_places=8, default=1)
    """What one unit of that currency was in the grant's currency."""
    rate_on = models.DateField(_("day of the rate"), null=True, blank=True)
    """Empty where it was paid in the grant's own currency."""
    counted = models.DecimalField(max_digits=15, decimal_places=3)
    """In the grant's currency, rounded once to its smallest unit, so that sums agree however they are made."""
    words = models.CharField(_("what was bought"), max_length=300)
    document = models.CharField(_("number of the document"), max_length=100, blank=True)
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-paid_on", "-pk"]
        indexes = [models.Index(fields=["line", "paid_on"], name="expenses_of_a_line")]
        constraints = [
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, amount__gt=0) | Q(corrects__isnull=False, amount__lt=0),
                name="only_a_correction_is_negative",
                violation_error_message=_(
                    "Only a correction is negative, and it names the expense it corrects."
                ),
            ),
            models.CheckConstraint(condition=Q(rate__gt=0), name="a_rate_is_above_nothing"),
            models.UniqueConstraint(
                fields=["line", "paid_on", "amount", "currency", "document"],
                condition=Q(corrects__isnull=True) & ~Q(document=""),
                name="one_expense_per_document",
                violation_error_message=_(
                    "This is entered already: same line, day, amount and document. See the list of expenses."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paid_on} {self.amount} {self.currency}"


class StaffTime(models.Model):
    """Hours that one member of staff worked on a line in a month. Staff are known by a code."""

    line = models.ForeignKey(
        BudgetLine, on_delete=models.PROTECT, related_name="time", verbose_name=_("budget line")
    )
    staff = models.CharField(_("code of the member of staff"), max_length=20)
    month = models.DateField(_("month"))
    """Its first day."""
    hours = models.DecimalField(_("hours"), max_digits=5, decimal_places=2)
    revision = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-month", "staff", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["line", "staff", "month"],
                name="one_time_per_month",
                violation_error_message=_(
                    "Hours of this person on this line and in this month are entered already."
                ),
            ),
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=744),
                name="hours_fit_in_a_month",
                violation_error_message=_(
                    "Hours lie above 0 and not above 744, the hours of the longest month."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff} {self.month:%Y-%m}: {self.hours}"


class TimeRevision(Revision):
    """One change of hours that were entered."""

    time = models.ForeignKey(StaffTime, on_delete=models.CASCADE, related_name="changes")

    class Meta(Revision.Meta):
        constraints = [
            models.UniqueConstraint(fields=["time", "revision"], name="one_time_change_per_revision"),
            models.CheckConstraint(condition=~Q(reason=""), name="hours_change_for_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.time_id} r{self.revision}"


class VarianceNote(models.Model):
    """Why spending on a category went otherwise than planned by the end of a period."""

    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="notes")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    reason = models.TextField(_("why"), max_length=2_000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-ends_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["category", "starts_on", "ends_on"], name="one_reason_per_category_and_period"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_variance_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.category.code} {self.ends_on}"

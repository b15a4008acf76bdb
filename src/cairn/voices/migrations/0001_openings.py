import cairn.vault.fields
import django.core.validators
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

# Rows without numbers: SQLite keeps them by their random key, so that no column and no page of the file counts them in the order
# in which they came. Django cannot say so; and where it rebuilds such a table (on SQLite it does for most changes), the
# numbers come back: write such a migration by hand, as here. A test looks at the tables.
WITHOUT_ROWID = """
CREATE TABLE voices_answer (
  key char(32) NOT NULL PRIMARY KEY,
  language varchar(35) NOT NULL,
  way varchar(6) NOT NULL,
  said text NOT NULL CHECK (JSON_VALID(said)),
  opening_id bigint NOT NULL REFERENCES voices_opening (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
CREATE INDEX voices_answer_opening ON voices_answer (opening_id);
CREATE TABLE voices_remark (
  key char(32) NOT NULL PRIMARY KEY,
  question varchar(100) NOT NULL,
  language varchar(35) NOT NULL,
  text text NOT NULL,
  state varchar(9) NOT NULL,
  opening_id bigint NOT NULL REFERENCES voices_opening (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
CREATE INDEX voices_remark_opening ON voices_remark (opening_id);
CREATE TABLE voices_spent (
  key varchar(64) NOT NULL PRIMARY KEY,
  opening_id bigint NOT NULL REFERENCES voices_opening (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
CREATE INDEX voices_spent_opening ON voices_spent (opening_id);
"""
TABLES = ("Answer", "Remark", "Spent")


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in filter(None, map(str.strip, WITHOUT_ROWID.split(";"))):
            schema_editor.execute(statement, params=None)
        return
    for name in TABLES:
        schema_editor.create_model(apps.get_model("voices", name))


def take_away(apps, schema_editor):
    for name in reversed(TABLES):
        schema_editor.delete_model(apps.get_model("voices", name))


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('activities', '0001_tables'),
        ('practices', '0002_history'),
        ('surveys', '0001_forms'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Pool',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('session', 'after a session'), ('consultation', 'consultation'), ('partners', 'partners'), ('practice', 'the whole practice')], max_length=12)),
                ('consultation', models.UUIDField(null=True)),
                ('first_on', models.DateField()),
                ('last_on', models.DateField()),
                ('made_on', models.DateField()),
                ('activity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='activities.activity')),
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='surveys.form')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='practices.practice')),
            ],
            options={
                'ordering': ['last_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('session', 'after a session'), ('consultation', 'consultation'), ('partners', 'partners'), ('practice', 'the whole practice')], max_length=12)),
                ('consultation', models.UUIDField(blank=True, null=True)),
                ('address', models.CharField(max_length=8, unique=True)),
                ('opens_on', models.DateField(verbose_name='opens on')),
                ('closes_on', models.DateField(verbose_name='closes on')),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('expected', models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='how many may answer')),
                ('revision', models.PositiveIntegerField(default=1)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='practices.practice')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='openings', to='activities.session')),
                ('pool', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='openings', to='voices.pool')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='surveys.formversion')),
            ],
            options={
                'ordering': ['-opens_on', '-pk'],
                'indexes': [models.Index(fields=['practice', 'closed_on'], name='openings_of_a_practice')],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='an_opening_closes_after_it_opens', violation_error_message='It cannot close before it opens.'),
                    models.CheckConstraint(condition=models.Q(models.Q(('kind', 'session'), ('session__isnull', False)), models.Q(models.Q(('kind', 'session'), _negated=True), ('session__isnull', True)), _connector='OR'), name='only_an_opening_after_a_session_has_one'),
                    models.CheckConstraint(condition=models.Q(('pool__isnull', True), ('closed_on__isnull', False), _connector='OR'), name='only_what_is_closed_is_pooled'),
                ],
            },
        ),
        # In words for Django here, in the database below.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='Answer',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('language', models.CharField(max_length=35)),
                        ('way', models.CharField(choices=[('phone', 'own phone'), ('kiosk', 'tablet of the team'), ('paper', 'on paper'), ('helper', 'with a helper'), ('call', 'by telephone')], max_length=6)),
                        ('said', models.JSONField()),
                        ('opening', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='voices.opening')),
                    ],
                    options={
                        'ordering': ['key'],
                    },
                ),
                migrations.CreateModel(
                    name='Remark',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('question', models.CharField(max_length=100)),
                        ('language', models.CharField(max_length=35)),
                        ('text', cairn.vault.fields.SealedText()),
                        ('state', models.CharField(choices=[('held', 'not yet read'), ('passed', 'passed on'), ('kept_back', 'kept back')], default='held', max_length=9)),
                        ('opening', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='voices.opening')),
                    ],
                    options={
                        'ordering': ['key'],
                    },
                ),
                migrations.CreateModel(
                    name='Spent',
                    fields=[
                        ('key', models.CharField(editable=False, max_length=64, primary_key=True, serialize=False)),
                        ('opening', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='spent', to='voices.opening')),
                    ],
                    options={
                        'ordering': ['key'],
                    },
                ),
            ],
        ),
        migrations.RunPython(make, take_away),
    ]

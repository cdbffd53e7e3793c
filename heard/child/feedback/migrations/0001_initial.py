import django.db.models.deletion
import heard.kernel.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('meetings', '0001_initial'),
        ('people', '0002_network'),
        ('voice', '0003_door'),
    ]

    operations = [
        migrations.CreateModel(
            name='Form',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=15)),
                ('key', models.CharField(max_length=64)),
                ('version', models.PositiveSmallIntegerField()),
                ('language', models.CharField(max_length=64)),
                ('variant', models.CharField(max_length=1)),
                ('plan', models.CharField(max_length=10)),
                ('asked_as', models.CharField(max_length=10)),
                ('asked_on', models.DateField()),
                ('how', models.CharField(max_length=20)),
                ('interpreter_language', models.CharField(blank=True, max_length=64)),
                ('in_room', models.CharField(blank=True, max_length=1000)),
                ('conversation', models.CharField(blank=True, max_length=15)),
                ('days_since_start', models.PositiveIntegerField(blank=True, null=True)),
                ('meetings_so_far', models.PositiveIntegerField(blank=True, null=True)),
                ('state', models.CharField(max_length=20)),
                ('offered_at', models.DateTimeField()),
                ('handed_in_at', models.DateTimeField(blank=True, null=True)),
                ('declined_reason', models.CharField(blank=True, max_length=1000)),
                ('share_when', models.CharField(blank=True, max_length=15)),
                ('rather', models.CharField(blank=True, max_length=10)),
                ('shared_with_family', models.BooleanField(default=False)),
                ('shared_at', models.DateTimeField(blank=True, null=True)),
                ('soon', models.BooleanField(default=False)),
                ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='forms', to='people.adult')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='forms', to='people.worker')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='forms', to='people.child')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='forms', to='meetings.meeting')),
                ('said', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='form', to='voice.said')),
            ],
            options={
                'indexes': [models.Index(fields=['child', '-asked_on'], name='forms_of_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ('child', 'young_person', 'adult', 'worker'))), name='form_kind_known'), models.CheckConstraint(condition=models.Q(('state__in', ('offered', 'left_with_family', 'answering', 'handed_in', 'declined'))), name='form_state_known'), models.CheckConstraint(condition=models.Q(('variant__in', ('a', 'b'))), name='form_variant_known'), models.CheckConstraint(condition=models.Q(('asked_as__in', ('worker', 'provider', 'other'))), name='form_asked_as_known'), models.CheckConstraint(condition=models.Q(models.Q(('adult__isnull', False), ('kind', 'adult')), models.Q(models.Q(('kind', 'adult'), _negated=True), ('adult__isnull', True)), _connector='OR'), name='form_of_one_person'), models.CheckConstraint(condition=models.Q(('share_when__in', ('', 'now', 'later', 'someone_else'))), name='form_share_known'), models.CheckConstraint(condition=models.Q(('rather__in', ('', 'manager', 'advocate', 'chair'))), name='form_rather_known'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'handed_in'), _negated=True), ('handed_in_at__isnull', False), _connector='OR'), name='form_handed_in_when')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('question', models.CharField(max_length=20)),
                ('number', models.PositiveSmallIntegerField()),
                ('state', models.CharField(max_length=15)),
                ('score', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('words', models.TextField(blank=True, max_length=65536)),
                ('simpler_used', models.BooleanField(default=False)),
                ('written_right', models.CharField(blank=True, max_length=10)),
                ('happened_at', models.DateTimeField()),
                ('received_at', models.DateTimeField()),
                ('typed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='feedback.form')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('form', 'question', 'number'), name='one_version_per_number'), models.CheckConstraint(condition=models.Q(('state__in', ('answered', 'skipped', 'not_asked', 'not_applicable'))), name='answer_state_known'), models.CheckConstraint(condition=models.Q(('score__isnull', True), models.Q(('score__gte', 1), ('score__lte', 5), ('state', 'answered')), _connector='OR'), name='score_only_when_answered'), models.CheckConstraint(condition=models.Q(('written_right__in', ('', 'yes', 'not_quite'))), name='written_right_known')],
            },
        ),
        migrations.CreateModel(
            name='HastyNote',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField(max_length=4000)),
                ('noted_at', models.DateTimeField()),
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hasty_notes', to='feedback.form')),
                ('staff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='hasty_note_says_why')],
            },
        ),
    ]

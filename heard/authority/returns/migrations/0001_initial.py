import django.db.models.deletion
import heard.kernel.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReturnVersion',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('year', models.CharField(max_length=7)),
                ('number', models.PositiveIntegerField()),
                ('state', models.CharField(default='draft', max_length=10)),
                ('as_of', models.DateField()),
                ('authority_code', models.CharField(blank=True, max_length=3)),
                ('authority_name', models.CharField(blank=True, max_length=100)),
                ('asking_began_on', models.DateField(blank=True, null=True)),
                ('items', models.TextField()),
                ('content_hash', models.CharField(max_length=64)),
                ('built_at', models.DateTimeField()),
                ('built_by_id', models.CharField(max_length=64)),
                ('built_by_name', models.CharField(max_length=150)),
                ('signed_at', models.DateTimeField(blank=True, null=True)),
                ('signed_by_id', models.CharField(blank=True, max_length=64)),
                ('signed_by_name', models.CharField(blank=True, max_length=150)),
                ('signed_as', models.CharField(blank=True, max_length=30)),
                ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='returns.returnversion')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('year', 'number'), name='one_version_of_a_number'), models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('year',), name='one_draft_of_a_year'), models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'signed', 'set_aside'))), name='return_state_known'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'signed'), models.Q(('signed_by_name', ''), _negated=True), ('signed_at__isnull', False)), models.Q(models.Q(('state', 'signed'), _negated=True), ('signed_by_name', ''), ('signed_at__isnull', True)), _connector='OR'), name='signed_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='ReturnNote',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('about', models.CharField(max_length=10)),
                ('text', models.CharField(max_length=4000)),
                ('by_id', models.CharField(max_length=64)),
                ('by_name', models.CharField(max_length=150)),
                ('at', models.DateTimeField()),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='returns.returnversion')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('about__in', ('correction', 'whole', '1a', '2a', '2b', '2c'))), name='note_about_known'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='note_says_something')],
            },
        ),
        migrations.CreateModel(
            name='ReturnFact',
            fields=[
                ('pk', models.CompositePrimaryKey('version_id', 'position', blank=True, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveIntegerField()),
                ('item', models.CharField(max_length=2)),
                ('line', models.CharField(max_length=10)),
                ('ref', models.CharField(max_length=80)),
                ('child', models.CharField(max_length=64)),
                ('day', models.DateField(blank=True, null=True)),
                ('code', models.CharField(blank=True, max_length=220)),
                ('counted', models.CharField(max_length=15)),
                ('rule', models.CharField(max_length=30)),
                ('version', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='returns.returnversion')),
            ],
        ),
        migrations.CreateModel(
            name='ReturnCheck',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveIntegerField()),
                ('code', models.CharField(max_length=60)),
                ('severity', models.CharField(max_length=10)),
                ('text', models.CharField(max_length=1000)),
                ('count', models.PositiveIntegerField()),
                ('ran', models.BooleanField(default=True)),
                ('found', models.CharField(max_length=64)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='returns.returnversion')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('version', 'code'), name='one_check_of_a_code'), models.CheckConstraint(condition=models.Q(('severity__in', ('error', 'warning'))), name='check_severity_known')],
            },
        ),
        migrations.CreateModel(
            name='FactGroup',
            fields=[
                ('pk', models.CompositePrimaryKey('version_id', 'first', blank=True, editable=False, primary_key=True, serialize=False)),
                ('first', models.PositiveIntegerField()),
                ('size', models.PositiveIntegerField()),
                ('item', models.CharField(max_length=2)),
                ('line', models.CharField(max_length=10)),
                ('counted', models.CharField(max_length=15)),
                ('rule', models.CharField(max_length=30)),
                ('version', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='groups', to='returns.returnversion')),
            ],
        ),
        migrations.CreateModel(
            name='CheckRecord',
            fields=[
                ('pk', models.CompositePrimaryKey('version_id', 'code', 'position', blank=True, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=60)),
                ('position', models.PositiveIntegerField()),
                ('kind', models.CharField(blank=True, max_length=12)),
                ('ref', models.CharField(max_length=80)),
                ('child', models.CharField(blank=True, max_length=64)),
                ('version', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='records', to='returns.returnversion')),
            ],
        ),
        migrations.CreateModel(
            name='AcceptedError',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=60)),
                ('content_hash', models.CharField(max_length=64)),
                ('found', models.CharField(max_length=64)),
                ('reason', models.CharField(max_length=2000)),
                ('by_id', models.CharField(max_length=64)),
                ('by_name', models.CharField(max_length=150)),
                ('at', models.DateTimeField()),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='accepted', to='returns.returnversion')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('version', 'code', 'content_hash', 'found'), name='accepted_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='accepting_needs_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='VoicePlan',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('year', models.CharField(max_length=7)),
                ('number', models.PositiveIntegerField()),
                ('published_on', models.DateField(blank=True, null=True)),
                ('address', models.CharField(blank=True, max_length=500)),
                ('child_friendly', models.BooleanField(default=False)),
                ('scrutinised_by_young_people', models.BooleanField(default=False)),
                ('by_id', models.CharField(max_length=64)),
                ('by_name', models.CharField(max_length=150)),
                ('at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('year', 'number'), name='one_plan_of_a_number'), models.CheckConstraint(condition=models.Q(models.Q(('address', ''), ('published_on__isnull', True)), models.Q(('published_on__isnull', False), models.Q(('address', ''), _negated=True)), _connector='OR'), name='published_has_day_and_address'), models.CheckConstraint(condition=models.Q(('address', ''), ('address__startswith', 'https://'), ('address__startswith', 'http://'), _connector='OR'), name='plan_address_is_a_web_page')],
            },
        ),
        migrations.CreateModel(
            name='Delegate',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('from_day', models.DateField()),
                ('until_day', models.DateField()),
                ('named_by_id', models.CharField(max_length=64)),
                ('named_by_name', models.CharField(max_length=150)),
                ('named_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by_name', models.CharField(blank=True, max_length=150)),
                ('staff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until_day__gte', models.F('from_day'))), name='delegate_ends_after_start')],
            },
        ),
    ]

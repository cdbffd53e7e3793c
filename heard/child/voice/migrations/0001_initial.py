import django.db.models.deletion
import heard.kernel.ids
import heard.kernel.loop
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('meetings', '0001_initial'),
        ('people', '0002_network'),
    ]

    operations = [
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('move', models.CharField(max_length=15)),
                ('by', models.CharField(max_length=6)),
                ('happened_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('words', models.TextField(blank=True, max_length=65536)),
                ('due', models.DateField(blank=True, null=True)),
                ('person_told', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('why', models.CharField(max_length=10)),
                ('words', models.TextField(max_length=4000)),
                ('know', models.TextField(blank=True, max_length=65536)),
                ('told_child', models.BooleanField(default=False)),
                ('recorded_at', models.DateTimeField()),
                ('after', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taken_over', to='people.worker')),
                ('before', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handed_over', to='people.worker')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='people.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='handover_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=64, unique=True)),
                ('purpose', models.CharField(max_length=6)),
                ('subject', models.UUIDField()),
                ('safe_words', models.CharField(max_length=500)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('opened_by', models.CharField(blank=True, max_length=64)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='people.adult')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='people.child')),
            ],
            options={
                'indexes': [models.Index(fields=['purpose', 'subject'], name='links_of_a_thing')],
                'constraints': [models.CheckConstraint(condition=models.Q(('purpose__in', ('form', 'told', 'ending'))), name='link_purpose_known'), models.CheckConstraint(condition=models.Q(('safe_words', ''), _negated=True), name='link_needs_a_safe_check')],
            },
        ),
        migrations.CreateModel(
            name='Said',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('speaker', models.CharField(max_length=5)),
                ('way', models.CharField(max_length=15)),
                ('words', models.TextField(blank=True, max_length=65536)),
                ('language', models.CharField(blank=True, max_length=64)),
                ('written_right', models.CharField(blank=True, max_length=10)),
                ('happened_on', models.DateField()),
                ('received_at', models.DateTimeField()),
                ('audience', models.CharField(max_length=10)),
                ('not_parents', models.BooleanField()),
                ('soon', models.BooleanField(default=False)),
                ('asked_how_it_goes', models.BooleanField(default=False)),
                ('state', models.CharField(max_length=15)),
                ('answer_by', models.DateField()),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('to_manager_at', models.DateTimeField(blank=True, null=True)),
                ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='said', to='people.adult')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='said', to='people.child')),
                ('holder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='people.worker')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='said', to='meetings.meeting')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'said',
                'indexes': [models.Index(fields=['child', '-happened_on'], name='said_of_child'), models.Index(fields=['holder', 'state'], name='said_held'), models.Index(condition=models.Q(('opened_at', None)), fields=['received_at'], name='said_unopened')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('adult__isnull', True), ('speaker', 'child')), models.Q(('adult__isnull', False), ('speaker', 'adult')), _connector='OR'), name='said_by_one'), models.CheckConstraint(condition=models.Q(('way__in', ('form', 'talk', 'car', 'text', 'letter', 'screenshot', 'call', 'drawing', 'meeting', 'after_review', 'ending', 'other'))), name='way_known'), models.CheckConstraint(condition=models.Q(('audience__in', ('worker', 'helping', 'named'))), name='audience_known'), models.CheckConstraint(condition=models.Q(('state__in', (heard.kernel.loop.State['OPEN'], heard.kernel.loop.State['HEARD'], heard.kernel.loop.State['ANSWERED'], heard.kernel.loop.State['TOLD'], heard.kernel.loop.State['CLOSED'], heard.kernel.loop.State['CLOSED_BY_TIME'], heard.kernel.loop.State['WITHDRAWN'], heard.kernel.loop.State['LEFT_OPEN']))), name='said_state_known')],
            },
        ),
        migrations.CreateModel(
            name='NamedPerson',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='people.adult')),
                ('staff', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('said', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='named', to='voice.said')),
            ],
            options={
                'verbose_name_plural': 'named people',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('adult__isnull', True), ('staff__isnull', False)), models.Q(('adult__isnull', False), ('staff__isnull', True)), _connector='OR'), name='named_is_one')],
            },
        ),
        migrations.CreateModel(
            name='Moved',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('due', models.DateField()),
                ('handover', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moved', to='voice.handover')),
                ('said', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moved', to='voice.said')),
            ],
            options={
                'verbose_name_plural': 'moved',
                'constraints': [models.UniqueConstraint(fields=('handover', 'said'), name='moved_once')],
            },
        ),
        migrations.CreateModel(
            name='Choice',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('audience', models.CharField(max_length=10)),
                ('not_parents', models.BooleanField()),
                ('by_speaker', models.BooleanField()),
                ('chosen_at', models.DateTimeField()),
                ('said', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='choices', to='voice.said')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('audience__in', ('worker', 'helping', 'named'))), name='choice_known')],
            },
        ),
        migrations.CreateModel(
            name='TalkedOver',
            fields=[
                ('step', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='talk', serialize=False, to='voice.step')),
                ('about', models.TextField(max_length=65536)),
                ('learned', models.TextField(blank=True, max_length=65536)),
                ('will_change', models.TextField(blank=True, max_length=65536)),
                ('by_when', models.DateField(blank=True, null=True)),
                ('cannot_change', models.TextField(blank=True, max_length=65536)),
            ],
            options={
                'verbose_name_plural': 'talked over',
                'constraints': [models.CheckConstraint(condition=models.Q(('about', ''), _negated=True), name='talk_says_what_about')],
            },
        ),
        migrations.AddField(
            model_name='step',
            name='said',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='voice.said'),
        ),
        migrations.AddField(
            model_name='step',
            name='staff',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='step',
            name='to_worker',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='people.worker'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.UniqueConstraint(fields=('said', 'number'), name='steps_in_one_order'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(('move__in', ['said', 'heard', 'passed_on', 'done', 'not_possible', 'told', 'told_yes', 'told_not_yet', 'no_word', 'withdrawn', 'left'])), name='step_move_known'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(('by__in', ('person', 'staff', 'time'))), name='step_by_known'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('move', 'passed_on'), _negated=True), models.Q(('due__isnull', False), ('to_worker__isnull', False)), _connector='OR'), name='passed_on_needs_who_and_when'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('move__in', ('done', 'not_possible', 'left')), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='an_answer_has_words'),
        ),
    ]

import django.db.models.deletion
import heard.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0002_network'),
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('happened_at', models.DateTimeField()),
                ('received_at', models.DateTimeField()),
                ('kind', models.CharField(max_length=10)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('purpose', models.CharField(blank=True, max_length=1000)),
                ('conversation', models.CharField(max_length=15)),
                ('note', models.TextField(blank=True, max_length=65536)),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='people.worker')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ('visit', 'school', 'office', 'outside', 'call', 'review', 'other'))), name='meeting_kind_known'), models.CheckConstraint(condition=models.Q(('conversation__in', ('ordinary', 'first', 'hard_message', 'good_news', 'ending', 'other'))), name='conversation_known')],
            },
        ),
        migrations.CreateModel(
            name='Present',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('other', models.CharField(blank=True, max_length=200)),
                ('seen_alone', models.BooleanField(default=False)),
                ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='people.adult')),
                ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='people.child')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='present', to='meetings.meeting')),
            ],
            options={
                'verbose_name_plural': 'present',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('adult__isnull', True), ('child__isnull', False), ('other', '')), models.Q(('adult__isnull', False), ('child__isnull', True), ('other', '')), models.Q(('adult__isnull', True), ('child__isnull', True), models.Q(('other', ''), _negated=True)), _connector='OR'), name='present_is_one'), models.UniqueConstraint(fields=('meeting', 'child'), name='child_present_once'), models.UniqueConstraint(fields=('meeting', 'adult'), name='adult_present_once')],
            },
        ),
    ]

import django.db.models.deletion
import heard.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Asking',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('authority_asking_id', models.CharField(max_length=64)),
                ('asked_on', models.DateField()),
                ('asked_by', models.CharField(max_length=10)),
                ('asked_of', models.CharField(max_length=15)),
                ('filled_in_how', models.CharField(blank=True, max_length=200)),
                ('declined', models.BooleanField(default=False)),
                ('source', models.CharField(max_length=20)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='askings', to='people.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('asked_by__in', ('worker', 'provider', 'other'))), name='asked_by_known'), models.CheckConstraint(condition=models.Q(('asked_of__in', ('child', 'young_person', 'parent', 'network'))), name='asked_of_known'), models.UniqueConstraint(fields=('authority_asking_id', 'child'), name='one_asking_per_child')],
            },
        ),
        migrations.CreateModel(
            name='Exemption',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('reason', models.CharField(max_length=4000)),
                ('agreed_by', models.CharField(max_length=200)),
                ('agreed_on', models.DateField(blank=True, null=True)),
                ('source', models.CharField(max_length=20)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exemptions', to='people.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='exemption_needs_a_reason'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='exemption_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Talk',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('talked_on', models.DateField()),
                ('source', models.CharField(max_length=20)),
                ('asking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='talks', to='asking_due.asking')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('asking', 'talked_on'), name='one_talk_a_day')],
            },
        ),
    ]

import django.db.models.deletion
import heard.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('imports', '0002_words_to_codes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Closing',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('child', models.UUIDField()),
                ('thing', models.CharField(max_length=10)),
                ('row', models.UUIDField()),
                ('ends_on', models.DateField()),
                ('state', models.CharField(max_length=10)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.CharField(blank=True, max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='LastRead',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('source', models.CharField(max_length=20)),
                ('child', models.UUIDField()),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'verbose_name_plural': 'last read',
                'constraints': [models.UniqueConstraint(fields=('source', 'child'), name='last_read_once')],
            },
        ),
        migrations.RemoveConstraint(
            model_name='importrun',
            name='import_kind_known',
        ),
        migrations.AddConstraint(
            model_name='importrun',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('facts', 'ssda903', 'ssd', 'annex_a', 'cin'))), name='import_kind_known'),
        ),
        migrations.AddField(
            model_name='closing',
            name='run',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='closings', to='imports.importrun'),
        ),
        migrations.AddIndex(
            model_name='closing',
            index=models.Index(fields=['run', 'state'], name='closings_of_a_run'),
        ),
        migrations.AddConstraint(
            model_name='closing',
            constraint=models.CheckConstraint(condition=models.Q(('thing__in', ('work', 'allocation'))), name='closing_thing_known'),
        ),
        migrations.AddConstraint(
            model_name='closing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('state', 'waiting')), models.Q(('decided_at__isnull', False), ('state__in', ('agreed', 'refused', 'overtaken'))), _connector='OR'), name='closing_decided_by_somebody'),
        ),
    ]

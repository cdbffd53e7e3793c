import django.db.models.deletion
import heard.kernel.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('people', '0002_network'),
        ('reviews', '0002_count_from_index'),
        ('voice', '0003_door'),
    ]

    operations = [
        migrations.AddField(
            model_name='review',
            name='replaced_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='reviews.review'),
        ),
        migrations.CreateModel(
            name='PlannedReview',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('together', models.UUIDField()),
                ('plan_type', models.CharField(max_length=10)),
                ('due', models.DateField()),
                ('planned_at', models.DateTimeField()),
                ('called_off_at', models.DateTimeField(blank=True, null=True)),
                ('called_off_why', models.CharField(blank=True, max_length=500)),
                ('chair', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='to_chair', to='people.worker')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='planned_reviews', to='people.child')),
            ],
            options={
                'indexes': [models.Index(fields=['chair', 'due'], name='reviews_to_chair')],
                'constraints': [models.CheckConstraint(condition=models.Q(('plan_type__in', ('EH', 'CIN', 'CP', 'CLA', 'PATHWAY'))), name='planned_plan_known'), models.CheckConstraint(condition=models.Q(('called_off_at__isnull', True), models.Q(('called_off_why', ''), _negated=True), _connector='OR'), name='called_off_says_why'), models.UniqueConstraint(fields=('together', 'child'), name='child_planned_once')],
            },
        ),
        migrations.CreateModel(
            name='Recorded',
            fields=[
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='recorded', serialize=False, to='reviews.review')),
                ('chose_not_to', models.BooleanField()),
                ('there', models.BooleanField(null=True)),
                ('spoke', models.BooleanField()),
                ('own_way', models.BooleanField()),
                ('advocate_spoke', models.BooleanField()),
                ('views_came', models.BooleanField()),
                ('recorded_at', models.DateTimeField()),
                ('planned', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='recorded', to='reviews.plannedreview')),
                ('staff', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'recorded',
            },
        ),
        migrations.CreateModel(
            name='AfterReview',
            fields=[
                ('id', models.UUIDField(default=heard.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('question', models.CharField(blank=True, max_length=10)),
                ('outcome', models.CharField(max_length=10)),
                ('recorded_at', models.DateTimeField()),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='after', to='reviews.review')),
                ('said', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='after_review', to='voice.said')),
            ],
            options={
                'verbose_name_plural': 'after a review',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'not_today'), ('question', '')), models.Q(('outcome__in', ('said', 'skipped')), ('question__in', ('how', 'better'))), _connector='OR'), name='after_review_known'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'said'), ('said__isnull', False)), models.Q(models.Q(('outcome', 'said'), _negated=True), ('said__isnull', True)), _connector='OR'), name='after_review_has_words')],
            },
        ),
    ]

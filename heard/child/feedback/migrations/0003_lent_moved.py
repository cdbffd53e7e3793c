from django.db import migrations


def move(apps, schema_editor):
    """What is in somebody's hands stays so; a worker without an account cannot have lent anything."""
    lent = apps.get_model("handing", "Lent").objects
    for row in apps.get_model("feedback", "Lent").objects.exclude(worker__staff=None):
        first = row.forms[0]
        lent.create(
            id=row.id,
            session=row.session,
            staff_id=row.worker.staff_id,
            opens=[f"/hand/{form}/" for form in row.forms],
            first=f"/hand/{first}/start/",
            back_to=f"/asked/{first}/given-back/",
            lent_at=row.lent_at,
            back_at=row.back_at,
        )


class Migration(migrations.Migration):

    dependencies = [
        ('feedback', '0002_lent'),
        ('handing', '0001_initial'),
    ]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.DeleteModel(name='Lent'),
    ]

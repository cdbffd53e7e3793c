"""The table of what all workers must know for a while: codes that were used, and limits."""

from django.core.management import call_command
from django.db import migrations


def create(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def drop(apps, schema_editor):
    schema_editor.execute('DROP TABLE "heard_cache"')


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_start_and_rest")]
    operations = [migrations.RunPython(create, drop)]

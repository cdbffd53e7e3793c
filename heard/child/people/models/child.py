"""A child or young person, their family, and the ids that other systems have for them."""

from django.db import models

from heard.kernel.ids import uuid7


class Family(models.Model):
    """Children who belong together: the name on a family form ("The Okafors")."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "families"

    def __str__(self) -> str:
        return self.name


class Child(models.Model):
    """A child or young person, known at least by the authority's own id."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    authority_id = models.CharField(max_length=64, unique=True)
    given_name = models.CharField(max_length=300, blank=True)
    family_name = models.CharField(max_length=300, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    birth_date_estimated = models.BooleanField(default=False)
    expected_birth_date = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=64, blank=True)
    ethnicity = models.CharField(max_length=64, blank=True)
    restricted = models.BooleanField(default=False)
    # What the child likes to be called, and how they are best asked and told.
    known_as = models.CharField(max_length=300, blank=True, db_default="")
    language = models.CharField(max_length=64, blank=True, db_default="")
    interpreter = models.BooleanField(default=False, db_default=False)
    communication = models.CharField(max_length=1000, blank=True, db_default="")
    # Codes of the SSD (NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA), with spaces between.
    disability = models.CharField(max_length=64, blank=True, db_default="")
    family = models.ForeignKey(
        Family, null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    source = models.CharField(max_length=20)

    class Meta:
        verbose_name_plural = "children"

    def __str__(self) -> str:
        return f"child {self.authority_id}"


class Identifier(models.Model):
    """The id that another system has for a child ("ssd", "cin"), beside the authority's own."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="identifiers")
    system = models.CharField(max_length=20)
    value = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["system", "value"], name="one_child_per_identifier"),
            models.UniqueConstraint(fields=["child", "system", "value"], name="identifier_once"),
        ]

    def __str__(self) -> str:
        return f"{self.system} {self.value}"

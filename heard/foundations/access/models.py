"""Which filled-in forms were taken already, so that sending one again changes nothing."""

from django.db import models


class Taken(models.Model):
    """One form, exactly as somebody sent it once. `key` is a hash; it tells nothing back."""

    key = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField()
    leads_to = models.CharField(max_length=2000)

    class Meta:
        verbose_name_plural = "taken"
        indexes = [models.Index(fields=["at"], name="taken_at")]

    def __str__(self) -> str:
        return f"taken at {self.at}"

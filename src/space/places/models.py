from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, GistIndex, OpClass
from django.db import models
from django.db.models import F, Func


class Point(Func):
    """Longitude and latitude, as PostgreSQL looks for points in a box."""

    function = "point"


class Place(models.Model):
    """A town or village as GeoNames lists it. Only the loader writes; a new list may lack what an old one had."""

    id = models.IntegerField(primary_key=True)
    name = models.TextField()
    country = models.CharField(max_length=2)
    # A part of its country: a code of GeoNames, which has no name for us but in the United States.
    region = models.CharField(max_length=20, blank=True)
    # The largest place of that part, by which people know where it is.
    largest_near = models.IntegerField()
    latitude = models.FloatField()
    longitude = models.FloatField()
    population = models.PositiveIntegerField()
    time_zone = models.CharField(max_length=40)
    # In many languages and scripts, its own among them.
    names = ArrayField(models.TextField())

    class Meta:
        indexes = [GistIndex(OpClass(Point(F("longitude"), F("latitude")), "point_ops"), name="place_point")]

    def __str__(self) -> str:
        return f"{self.name}, {self.country}"


class Name(models.Model):
    """One name of a place, as it is looked for. Rows lie in the order of their words, so a beginning is one stretch."""

    pk = models.CompositePrimaryKey("words", "place_id")
    words = models.TextField(db_collation="C")
    place = models.ForeignKey(Place, models.CASCADE, related_name="+", db_constraint=False, db_index=False)
    # In letters of which trigrams can be made.
    letters = models.TextField()
    # By this one we call it.
    is_first = models.BooleanField()
    # Of the place: they choose and order here, before anybody looks at the place itself.
    country = models.CharField(max_length=2)
    population = models.PositiveIntegerField()

    class Meta:
        indexes = [GinIndex(OpClass("letters", "gin_trgm_ops"), name="place_name_letters")]

    def __str__(self) -> str:
        return self.words


class Loading(models.Model):
    """Which list stands in the tables: one row."""

    edition = models.TextField()
    places = models.PositiveIntegerField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.edition}: {self.places} places"

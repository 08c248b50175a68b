"""The calendar for other programs."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from space.events import feeds as shapes


class ShapeConverter(StringConverter):
    """The ending of an address of a feed of the calendar."""

    regex = "|".join(shapes.SHAPES)


register_converter(ShapeConverter, "calendar_shape")

feeds = [
    path("calendar.<calendar_shape:shape>", shapes.calendar, name="feed"),
    path("map.wikitext", shapes.map_for_wikis, name="map_wikitext"),
    path("events/<str:slug>/<int:pk>.ics", shapes.event, name="event_ics"),
]

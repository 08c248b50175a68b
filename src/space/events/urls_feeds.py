"""The calendar for other programs."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from space.events import feeds as shapes
from space.events.views import outside


class ShapeConverter(StringConverter):
    """The ending of an address of a feed of the calendar."""

    regex = "|".join(shapes.SHAPES)


register_converter(ShapeConverter, "calendar_shape")

feeds = [
    path("calendar.<calendar_shape:shape>", shapes.calendar, name="feed"),
    path("calendar/subscribe", outside.subscribe, name="subscribe"),
    path("calendar/subscribe/key", outside.key, name="key"),
    path("calendar/own/<str:token>.ics", outside.own, name="own"),
    path("calendar/import", outside.bring, name="import"),
    path("map.wikitext", shapes.map_for_wikis, name="map_wikitext"),
    path("events/<str:slug>/<int:pk>.ics", shapes.event, name="event_ics"),
]

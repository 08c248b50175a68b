"""Calendars elsewhere that are read here, and events that may be the same as others."""

from django.urls import path

from space.events.views import same, sources

outside_sources = [
    path("calendar/sources", sources.sources, name="sources"),
    path("calendar/sources/<int:pk>", sources.source, name="source"),
    path("calendar/same", same.same, name="same"),
    path("calendar/same/<int:pk>", same.same_one, name="same_one"),
]

"""Addresses for pages of others: what they show within theirs."""

from django.urls import path

from space.events.views import embedding as views
from space.events.views import pictures, putting

embedding = [
    path("embed/", putting.put, name="embed"),
    path("embed/calendar", views.embed_calendar, name="embed_calendar"),
    path("embed/list", views.embed_list, name="embed_list"),
    path("embed/map", views.embed_map, name="embed_map"),
    path("map.svg", pictures.map_svg, name="map_svg"),
    path("map.png", pictures.map_png, name="map_png"),
]

"""Addresses for pages of others: what they show within theirs, and link to."""

from django.urls import path

from space.events.views import embedding as views
from space.events.views import pictures, putting, sharing

embedding = [
    path("embed/", putting.put, name="embed"),
    path("embed/calendar", views.embed_calendar, name="embed_calendar"),
    path("embed/list", views.embed_list, name="embed_list"),
    path("embed/map", views.embed_map, name="embed_map"),
    path("events/<str:slug>/<int:pk>/share", sharing.share, name="share"),
    path("map.svg", pictures.map_svg, name="map_svg"),
    path("map.png", pictures.map_png, name="map_png"),
]

from django.urls import path

from space.events.views import clash
from space.events.views import map as views

world_map = [
    path("map/", views.world_map, name="map"),
    path("map/points", views.points, name="map_points"),
    path("map/list", views.listed, name="map_list"),
    path("map/card/<int:pk>", views.card, name="map_card"),
    path("events/what-else", clash.what_else, name="what_else"),
]

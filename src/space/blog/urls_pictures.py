"""Addresses of pictures and their credits."""

from django.urls import path

from space.blog.views import commons
from space.blog.views import pictures as views

pictures = [
    path("blog/commons", commons.look, name="commons"),
    path("blog/commons/<str:token>", commons.found_picture, name="found_picture"),
    path("blog/newsroom/<int:pk>/pictures/", views.pictures, name="pictures"),
    path("blog/newsroom/<int:pk>/pictures/<int:upload>/", views.credit, name="credit"),
    path("blog/newsroom/<int:pk>/pictures/<int:upload>/lead", views.lead, name="lead_picture"),
    path("blog/newsroom/<int:pk>/pictures/<int:upload>/remove", views.remove, name="remove_picture"),
]

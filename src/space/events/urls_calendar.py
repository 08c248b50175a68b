"""Addresses of the calendar."""

from django.urls import path

from space.events.views import calendar as views

calendar = [
    path("calendar/", views.calendar, name="calendar"),
]

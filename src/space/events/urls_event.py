"""Addresses of one event: where it is read, and where it is added and changed."""

from django.urls import path

from space.events.views import deciding, planning, series, templating
from space.events.views import event as events

event = [
    path("events/add", planning.add, name="add"),
    path("events/templates", templating.mine, name="templates"),
    path("events/templates/<int:pk>", templating.one, name="template"),
    path("events/<int:pk>/change", planning.change, name="change"),
    path("events/<int:pk>/cancel", deciding.cancel, name="cancel"),
    path("events/<int:pk>/history", deciding.history, name="history"),
    path("events/<int:pk>/dates", deciding.dates, name="dates"),
    path("events/<int:pk>/dates/<str:of>", deciding.one_date, name="one_date"),
    path("events/<int:pk>/dates/<str:of>/later", series.later, name="later"),
    path("events/<int:pk>/dates/<str:of>/end", series.end, name="end"),
    path("events/<str:slug>/<int:pk>/", events.event, name="event"),
    path("events/<str:slug>/<int:pk>/reply", events.reply, name="reply"),
    path("e/<int:pk>/", events.short, name="short"),
]

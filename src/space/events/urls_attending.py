from django.urls import path

from space.events.views import attending as views
from space.events.views import guests

attending = [
    path("events/<int:pk>/attend", views.attend, name="attend"),
    path("events/<int:pk>/people", views.people, name="people"),
    path("events/<int:pk>/people.csv", views.people_csv, name="people_csv"),
    path("events/<int:pk>/word", views.word, name="word"),
    path("events/<int:pk>/questions", views.questions, name="questions"),
    path("events/<int:pk>/come", guests.come, name="come"),
    path("events/<int:pk>/come/<str:token>", guests.confirm_coming, name="confirm"),
    path("events/<int:pk>/guest/<str:token>", guests.guest, name="guest"),
    path("events/<int:pk>/guests/<int:guest>/off", guests.take_off, name="take_off"),
]

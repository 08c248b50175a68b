from django.urls import path

from space.events.views import attending as views

attending = [
    path("events/<int:pk>/attend", views.attend, name="attend"),
    path("events/<int:pk>/people", views.people, name="people"),
    path("events/<int:pk>/people.csv", views.people_csv, name="people_csv"),
    path("events/<int:pk>/word", views.word, name="word"),
    path("events/<int:pk>/questions", views.questions, name="questions"),
]

"""Addresses of the newsroom."""

from django.urls import path

from space.blog.views import desk

newsroom = [
    path("blog/newsroom/<int:pk>/", desk.desk, name="desk"),
    path("blog/newsroom/<int:pk>/step/<slug:name>", desk.step, name="step"),
    path("blog/newsroom/<int:pk>/claim", desk.claim, name="claim"),
    path("blog/newsroom/<int:pk>/check", desk.check, name="check"),
    path("blog/newsroom/<int:pk>/note", desk.note, name="note"),
    path("blog/newsroom/<int:pk>/resolve/<int:note>", desk.resolve, name="resolve"),
    path("blog/newsroom/<int:pk>/feature", desk.feature, name="feature"),
]

"""Addresses of the newsroom."""

from django.urls import path

from space.blog.views import desk, roles
from space.blog.views import newsroom as pages

newsroom = [
    path("blog/newsroom/", pages.board, name="newsroom"),
    path("blog/newsroom/calendar", pages.weeks, name="calendar"),
    path("blog/newsroom/list", pages.listed, name="list"),
    path("blog/newsroom/mine", pages.my_own, name="mine"),
    path("blog/newsroom/to-review", pages.to_review, name="to_review"),
    path("blog/newsroom/translations", pages.translations, name="translations_wanted"),
    path("blog/newsroom/numbers", roles.numbers, name="newsroom_numbers"),
    path("blog/newsroom/people", roles.people, name="newsroom_people"),
    path("blog/newsroom/<int:pk>/", desk.desk, name="desk"),
    path("blog/newsroom/<int:pk>/step/<slug:name>", desk.step, name="step"),
    path("blog/newsroom/<int:pk>/claim", desk.claim, name="claim"),
    path("blog/newsroom/<int:pk>/check", desk.check, name="check"),
    path("blog/newsroom/<int:pk>/note", desk.note, name="note"),
    path("blog/newsroom/<int:pk>/resolve/<int:note>", desk.resolve, name="resolve"),
    path("blog/newsroom/<int:pk>/feature", desk.feature, name="feature"),
]

"""The pages of people. Those of signing in stand in entrance_urls.py, under the names that allauth knows."""

from django.urls import path

from space.accounts import session_views, views
from space.accounts.arriving import views as arriving
from space.accounts.resting import views as resting

app_name = "accounts"
urlpatterns = [
    path("people/<str:name>/", views.person, name="person"),
    path("people/<str:name>/card", views.card, name="card"),
    path("me/", views.me, name="me"),
    path("preferences/", views.preferences, name="preferences"),
    path("preferences/sessions/", session_views.sessions, name="sessions"),
    path("preferences/sessions/end", session_views.end, name="end_sessions"),
    path("preferences/break/", resting.take, name="rest"),
    path("preferences/break/end", resting.back, name="come_back"),
    path("preferences/narrow", views.narrow, name="narrow"),
    path("invitations/", arriving.invitations, name="invitations"),
    path("invitations/<int:pk>/end", arriving.end, name="end_invitation"),
    path("theme", views.theme, name="theme"),
]

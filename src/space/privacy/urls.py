from django.urls import path

from space.privacy import group_views, views

app_name = "privacy"
urlpatterns = [
    path("privacy/kept/", views.kept, name="kept"),
    path("preferences/data/", views.mine, name="mine"),
    path("preferences/data/<int:pk>.zip", views.fetch, name="fetch"),
    path("groups/<str:slug>/copy", group_views.copy, name="group_copy"),
    path("groups/<str:slug>/copy/<int:pk>.zip", group_views.fetch, name="fetch_group_copy"),
    path("preferences/erase/", views.leave, name="leave"),
    path("accounts/back/", views.back, name="back"),
    path("accounts/back/<str:key>/", views.back_by_mail, name="back_by_mail"),
]

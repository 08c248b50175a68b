from django.urls import path

from space.privacy import views

app_name = "privacy"
urlpatterns = [
    path("privacy/kept/", views.kept, name="kept"),
    path("preferences/data/", views.mine, name="mine"),
    path("preferences/data/<int:pk>.zip", views.fetch, name="fetch"),
    path("preferences/erase/", views.leave, name="leave"),
    path("accounts/back/", views.back, name="back"),
    path("accounts/back/<str:key>/", views.back_by_mail, name="back_by_mail"),
]

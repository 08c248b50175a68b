from django.urls import path

from space.administration import views

app_name = "administration"
urlpatterns = [
    path("", views.home, name="home"),
    path("settings/", views.settings, name="settings"),
    path("settings/<slug:name>/", views.setting, name="setting"),
    path("settings/<slug:name>/reset", views.reset, name="reset"),
]

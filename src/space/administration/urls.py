from django.urls import path

from space.administration import keys, views, waiting

app_name = "administration"
urlpatterns = [
    path("", views.home, name="home"),
    path("waiting/", waiting.waiting, name="waiting"),
    path("waiting/<int:pk>/let-in", waiting.let_in, name="let_in"),
    path("waiting/<int:pk>/decline", waiting.decline, name="decline"),
    path("keys/<str:name>/", keys.take_away, name="keys"),
    path("settings/", views.settings, name="settings"),
    path("settings/<slug:name>/", views.setting, name="setting"),
    path("settings/<slug:name>/reset", views.reset, name="reset"),
]

"""Every address, from the apps that own them."""

from django.urls import include, path

urlpatterns = [
    path("", include("space.languages.urls")),
]

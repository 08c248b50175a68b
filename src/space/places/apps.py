from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "space.places"
    label = "places"

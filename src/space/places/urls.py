from django.urls import path

from space.places import views

app_name = "places"
urlpatterns = [path("places/find", views.find_places, name="find")]

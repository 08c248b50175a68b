from django.urls import path

from space.community import views

app_name = "community"
urlpatterns = [path("<slug:name>/<str:digest>", views.picture, name="picture")]

from django.urls import path

from space.uploads import views

app_name = "uploads"
urlpatterns = [
    path("", views.send, name="send"),
    path("<int:pk>/", views.kept, name="kept"),
    path("<int:pk>/<str:name>", views.file, name="file"),
    path("<int:pk>/<int:width>/<str:name>", views.size, name="size"),
]

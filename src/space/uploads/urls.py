from django.urls import path

from space.uploads import picture_views, views

app_name = "uploads"
urlpatterns = [
    path("", views.send, name="send"),
    path("picture", picture_views.picture, name="picture"),
    path("picture/remove", picture_views.remove, name="remove_picture"),
    path("people/<str:name>/remove", picture_views.remove_of, name="remove_picture_of"),
    path("people/<str:token>/<int:size>.webp", picture_views.portrait, name="portrait"),
    path("<int:pk>/", views.kept, name="kept"),
    path("<int:pk>/<str:name>", views.file, name="file"),
    path("<int:pk>/preview/<str:name>", views.preview, name="preview"),
    path("<int:pk>/<int:width>/<str:name>", views.size, name="size"),
]

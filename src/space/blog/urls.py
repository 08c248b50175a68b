from django.urls import path

from space.blog.views import desk

app_name = "blog"
urlpatterns = [
    path("blog/newsroom/<int:pk>/", desk.desk, name="desk"),
]

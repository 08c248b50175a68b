from django.urls import path

from space.search import completion

app_name = "search"
urlpatterns = [
    path("search/complete", completion.complete, name="complete"),
]

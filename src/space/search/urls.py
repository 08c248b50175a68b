from django.urls import path

from space.search import completion, feeds, views

app_name = "search"
urlpatterns = [
    path("search/", views.results, name="results"),
    path("search/instant", views.instant, name="instant"),
    path("search/complete", completion.complete, name="complete"),
    path("search.<feed:shape>", feeds.found, name="feed"),
    path("opensearch.xml", views.description, name="description"),
]

from django.urls import path
from django.views.generic import RedirectView

from space.discuss import feeds
from space.discuss.views import closing, lists, reading, topics, writing

app_name = "discuss"
urlpatterns = [
    path("discuss/", lists.latest, name="latest"),
    path("discuss.atom", feeds.latest, name="latest_feed"),
    path("discuss/categories", lists.all_categories, name="categories"),
    path("discuss/c/<str:slug>/", lists.category, name="category"),
    path("discuss/c/<str:slug>.atom", feeds.category, name="category_feed"),
    path("discuss/tag/<str:name>/", lists.tag, name="tag"),
    path("discuss/start", writing.start, name="start"),
    path("discuss/preview", writing.preview, name="preview"),
    path("discuss/t/<int:pk>/", topics.short, name="without_words"),
    path("discuss/t/<int:pk>/seen", reading.beacon, name="seen"),
    path("discuss/t/<int:pk>/close", closing.close, name="close"),
    path("discuss/t/<int:pk>/reopen", closing.reopen, name="reopen"),
    path("discuss/t/<str:slug>/<int:pk>/", topics.topic, name="topic"),
    path("discuss/t/<str:slug>/<int:pk>.atom", feeds.topic, name="topic_feed"),
    path("discuss/t/<str:slug>/<int:pk>/reply", writing.reply, name="reply"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>", topics.post, name="post"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/edit", writing.edit, name="edit"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/history", writing.history, name="history"),
    path("t/<int:pk>", topics.short, name="short"),
    path(
        "t/<int:pk>/", RedirectView.as_view(pattern_name="discuss:short", permanent=True), name="short_slash"
    ),
]

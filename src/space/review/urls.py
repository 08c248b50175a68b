from django.urls import path

from space.review.log import views as log
from space.review.views import words

app_name = "review"
urlpatterns = [
    path("moderation/log/", log.log, name="log"),
    path("moderation/log.<feed:shape>", log.log_feed, name="log_feed"),
    path("moderation/log.csv", log.log_csv, name="log_csv"),
    path("moderation/log/<int:pk>/", log.entry, name="log_entry"),
    path("moderation/log/<int:pk>/redact", log.redact, name="redact"),
    path("moderation/numbers/", log.numbers, name="numbers"),
    path("moderation/words/", words.words, name="words"),
    path("moderation/words/add", words.add_word, name="add_word"),
    path("moderation/words/try", words.try_words, name="try_words"),
    path("moderation/words/<int:pk>/", words.word, name="word"),
    path("moderation/words/<int:pk>/remove", words.remove_word, name="remove_word"),
]

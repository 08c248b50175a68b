from django.urls import path

from space.review.log import views as log

app_name = "review"
urlpatterns = [
    path("moderation/log/", log.log, name="log"),
    path("moderation/log.<feed:shape>", log.log_feed, name="log_feed"),
    path("moderation/log.csv", log.log_csv, name="log_csv"),
    path("moderation/log/<int:pk>/", log.entry, name="log_entry"),
    path("moderation/log/<int:pk>/redact", log.redact, name="redact"),
    path("moderation/numbers/", log.numbers, name="numbers"),
]

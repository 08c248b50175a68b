from space.events.urls_feeds import feeds

app_name = "events"
urlpatterns = [*feeds]

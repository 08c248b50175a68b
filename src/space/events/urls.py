from space.events.urls_attending import attending
from space.events.urls_calendar import calendar
from space.events.urls_embedding import embedding
from space.events.urls_event import event
from space.events.urls_feeds import feeds
from space.events.urls_map import world_map
from space.events.urls_sources import outside_sources

app_name = "events"
urlpatterns = [*attending, *calendar, *embedding, *event, *feeds, *world_map, *outside_sources]

from django.urls import path

from space.archives.views import messages, takedowns

app_name = "archives"

urlpatterns = [
    path("archives/m/<slug:key>/", messages.message, name="message"),
    path("archives/m/<slug:key>/whole", messages.whole, name="whole"),
    path("archives/takedown/<int:pk>/", takedowns.ask, name="takedown"),
    path("archives/takedowns/", takedowns.queue, name="takedowns"),
    path("archives/takedowns/<int:pk>/", takedowns.decide, name="decide"),
]

from django.urls import path

from space.moderation import views

app_name = "moderation"
urlpatterns = [path("people/<str:name>/trust", views.trust, name="trust")]

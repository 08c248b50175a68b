from django.urls import path

from space.notifications import views

app_name = "notifications"

urlpatterns = [
    path("notifications/", views.everything, name="all"),
    path("notifications/read", views.read_all, name="read_all"),
    path("notifications/<int:pk>/open", views.open_line, name="open"),
    path("notifications/<int:pk>/read", views.read, name="read"),
    path("preferences/notifications", views.wishes, name="wishes"),
]

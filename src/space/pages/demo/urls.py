from django.urls import path

from space.pages.demo import views

app_name = "demo"
urlpatterns = [
    path("people", views.people, name="people"),
    path("people/become", views.become, name="become"),
    path("mail/", views.mail, name="mail"),
    path("mail/<str:name>/", views.letter, name="letter"),
    path("mail/<str:name>/html", views.letter_html, name="letter_html"),
]

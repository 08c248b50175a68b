from django.urls import path

from space.messages.views import blocking, inbox, people, visiting, writing

app_name = "messages"
urlpatterns = [
    path("messages/", inbox.inbox, name="inbox"),
    path("messages/new", writing.new, name="new"),
    path("messages/complete", writing.complete, name="complete"),
    path("messages/blocked", blocking.blocked, name="blocked"),
    path("messages/block/<path:name>", blocking.block_one, name="block"),
    path("messages/<int:pk>/people", people.people, name="people"),
    path("messages/<int:pk>/open", visiting.open_one, name="open"),
    path("messages/<int:pk>/leave", people.go, name="leave"),
    path("messages/<int:pk>/archive", people.archive, name="archive"),
    path("messages/<int:pk>/answer", people.answer, name="answer"),
    path("messages/<int:pk>/show/<int:person>", people.show, name="show"),
]

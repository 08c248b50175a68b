"""Flags, the queue, the log, and what people are told of it."""

from django.urls import path

from space.review.log import views as log
from space.review.views import appeals, deciding, flagging, mine, people, queue, team, words

app_name = "review"
urlpatterns = [
    path("moderation/", queue.queue, name="queue"),
    path("moderation/cases/<int:pk>/", deciding.case, name="case"),
    path("moderation/cases/<int:pk>/picture", deciding.picture, name="case_picture"),
    path("moderation/cases/<int:pk>/carry", queue.carry, name="carry"),
    path("moderation/appeals/<int:pk>/", appeals.appeal, name="appeal"),
    path("moderation/people/<str:name>/", people.person, name="person"),
    path("moderation/answers/", people.answers, name="answers"),
    path("moderation/answers/<int:pk>/", people.answer, name="answer"),
    path("moderation/team", team.open_room, name="team_room"),
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
    path("moderation/flag/<int:pk>/<int:number>/", flagging.post, name="flag_post"),
    path("moderation/flag/picture/<int:pk>", flagging.picture, name="flag_picture"),
    path("moderation/flag/portrait/<str:name>", flagging.portrait, name="flag_portrait"),
    path("moderation/flag/person/<str:name>", flagging.person, name="flag_person"),
    path("moderation/flag/thanks", flagging.thanks, name="thanks"),
    path("moderation/my-flags/", mine.flags, name="my_flags"),
    path("moderation/my-flags/<int:pk>/withdraw", mine.take_flag_back, name="withdraw"),
    path("moderation/about-me/", mine.about_me, name="about_me"),
    path("moderation/about-me/<int:pk>/", mine.one, name="about_me_one"),
    path("moderation/about-me/hidden/<int:pk>/", mine.hidden, name="about_me_case"),
    path("moderation/about-me/hidden/<int:pk>/take-back", mine.unsay, name="take_back"),
    path("moderation/about-me/hidden/<int:pk>/change", mine.change, name="amend"),
]

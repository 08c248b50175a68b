from django.urls import path, register_converter
from django.urls.converters import IntConverter

from space.blog import feeds, oembed
from space.blog.views import reading as stories
from space.blog.views import reading_lists


class YearConverter(IntConverter):
    regex = "(?:19|20|21)[0-9]{2}"


class MonthConverter(IntConverter):
    """Of two digits, so that a month has one address."""

    regex = "0[1-9]|1[0-2]"

    def to_url(self, value: int | str) -> str:
        return f"{int(value):02}"


register_converter(YearConverter, "year")
register_converter(MonthConverter, "month")

reading = [
    path("blog/", reading_lists.home, name="home"),
    path("blog.atom", feeds.stories, {"shape": "atom"}, name="atom"),
    path("blog.rss", feeds.stories, {"shape": "rss"}, name="rss"),
    path("blog.json", feeds.stories, {"shape": "json"}, name="json"),
    path("blog/<year:year>/", reading_lists.year, name="year"),
    path("blog/<year:year>/<month:month>/", reading_lists.month, name="month"),
    path("blog/<year:year>/<month:month>/<str:slug>/", stories.story, name="story"),
    path(
        "blog/<year:year>/<month:month>/<str:slug>/<str:language>/", stories.translation, name="translation"
    ),
    path("blog/<year:year>/<month:month>/<str:slug>/reply", stories.reply, name="reply"),
    path("s/<int:pk>/", stories.short, name="short"),
    path("oembed", oembed.embed, name="oembed"),
]

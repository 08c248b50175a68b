from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.views.generic import RedirectView

from space.discuss import feeds
from space.discuss.drafts.purposes import PATTERN, purpose_of
from space.discuss.lists.wanted import Order
from space.discuss.models import Kind
from space.discuss.views import (
    acts,
    asking,
    bookmarks,
    changing,
    choosing,
    closing,
    deleting,
    drafts,
    editing,
    following,
    further,
    helping,
    history,
    keys,
    levels,
    lists,
    moving,
    noting,
    pacing,
    people,
    polls,
    reading,
    responding,
    rooms_of_groups,
    speaking,
    steering,
    tags,
    topics,
    wishes,
    writing,
)
from space.discuss.views.arranging import urls as arranging


class OrderConverter(StringConverter):
    """The name of a list in an address."""

    regex = "|".join(Order.values)


class DraftConverter(StringConverter):
    """The key of a draft in an address."""

    regex = PATTERN

    def to_python(self, value: str) -> str:
        purpose_of(value)
        return value


register_converter(OrderConverter, "order")
register_converter(DraftConverter, "draft")

app_name = "discuss"
urlpatterns = [
    path("notifications/levels", levels.levels, name="levels"),
    path("notifications/levels/lists", wishes.my_lists, name="my_lists"),
    path(
        "preferences/lists",
        RedirectView.as_view(pattern_name="discuss:my_lists", permanent=True),
        name="my_lists_before",
    ),
    path("groups/<str:slug>/categories/add", rooms_of_groups.add, name="room_of_group"),
    path("groups/<str:slug>/files", rooms_of_groups.files, name="files_of_group"),
    path("groups/<str:slug>/questions", asking.questions, name="questions"),
    path("groups/<str:slug>/questions/ask", asking.ask, name="ask_group"),
    path("groups/<str:slug>/questions/settings", asking.settings, name="questions_settings"),
    path("discuss/", lists.latest, name="latest"),
    path("discuss/<order:order>", lists.latest, name="list"),
    path("discuss.<feed:shape>", feeds.latest, name="latest_feed"),
    path("discuss/<order:order>.<feed:shape>", feeds.latest, name="list_feed"),
    path("discuss/tags", tags.all_tags, name="tags"),
    path("discuss/categories", lists.all_categories, name="categories"),
    path("discuss/c/<str:slug>/", lists.category, name="category"),
    path("discuss/c/<str:slug>/<order:order>", lists.category, name="category_list"),
    path("discuss/c/<str:slug>.<feed:shape>", feeds.category, name="category_feed"),
    path("discuss/c/<str:slug>/<order:order>.<feed:shape>", feeds.category, name="category_list_feed"),
    path("discuss/tag/<str:name>/", lists.tag, name="tag"),
    path("discuss/tag/<str:name>/<order:order>", lists.tag, name="tag_list"),
    path("discuss/tag/<str:name>.<feed:shape>", feeds.tag, name="tag_feed"),
    path("discuss/tag/<str:name>/<order:order>.<feed:shape>", feeds.tag, name="tag_list_feed"),
    path("discuss/by/<str:name>/", lists.by, name="by"),
    path("discuss/by/<str:name>/posts", people.posts_by, name="by_posts"),
    path("discuss/by/<str:name>.<feed:shape>", feeds.by, name="by_feed"),
    path("discuss/by/<str:name>/<order:order>.<feed:shape>", feeds.by, name="by_list_feed"),
    path("discuss/by/<str:name>/<order:order>", lists.by, name="by_list"),
    path("discuss/bookmarks", bookmarks.bookmarks, name="bookmarks"),
    path("discuss/keys", keys.keys, name="keys"),
    path("discuss/here", reading.here, name="here"),
    path("discuss/follow", following.thing_level, name="follow"),
    path("discuss/undo/<int:pk>", choosing.undo, name="undo"),
    path("discuss/start", writing.start, name="start"),
    path("discuss/ask", writing.start, {"kind": Kind.QUESTION}, name="ask"),
    path("discuss/preview", helping.preview, name="preview"),
    path("discuss/complete", helping.complete, name="complete"),
    path("discuss/similar", helping.similar, name="similar"),
    path("discuss/drafts", drafts.drafts, name="drafts"),
    path("discuss/drafts/<draft:key>", drafts.save, name="draft"),
    path("discuss/drafts/<draft:key>/discard", drafts.discard, name="discard_draft"),
    path("discuss/drafts/<draft:key>/restore", drafts.restore, name="restore_draft"),
    path("discuss/poll/<int:pk>/vote", polls.vote, name="poll_vote"),
    path("discuss/poll/<int:pk>/votes", polls.votes, name="poll_votes"),
    path("discuss/poll/<int:pk>/change", polls.change, name="poll_change"),
    path("discuss/poll/<int:pk>/close", polls.close, name="poll_close"),
    path("discuss/poll/<int:pk>/reopen", polls.reopen, name="poll_reopen"),
    path("discuss/t/<int:pk>/", topics.short, name="without_words"),
    path("discuss/t/<int:pk>/level", following.topic_level, name="level"),
    path("discuss/t/<int:pk>/unread", reading.first_unread, name="first_unread"),
    path("discuss/t/<int:pk>/seen", reading.beacon, name="seen"),
    path("discuss/t/<int:pk>/close", closing.close, name="close"),
    path("discuss/t/<int:pk>/reopen", closing.reopen, name="reopen"),
    path("discuss/t/<int:pk>/<int:number>/react", responding.respond, name="react"),
    path("discuss/t/<int:pk>/<int:number>/bookmark", bookmarks.mark, name="bookmark"),
    path("discuss/deleted", deleting.everything, name="deleted"),
    path("discuss/t/<int:pk>/unpin", steering.unpin, name="unpin"),
    path("discuss/t/<int:pk>/unlist", steering.unlist, name="unlist"),
    path("discuss/t/<int:pk>/list", steering.list_again, name="list_again"),
    path("discuss/t/<int:pk>/restore", deleting.topic_again, name="restore_topic"),
    path("discuss/t/<int:pk>/<int:number>/restore", deleting.post_again, name="restore_post"),
    path("discuss/t/<int:pk>/<int:number>/accept", steering.accept, name="choose_answer"),
    path("discuss/t/<int:pk>/take-back", steering.take_back, name="take_back_answer"),
    path("discuss/t/<str:slug>/<int:pk>/change", changing.change, name="change"),
    path("discuss/t/<str:slug>/<int:pk>/pin", steering.pin, name="pin"),
    path("discuss/t/<str:slug>/<int:pk>/move", moving.choose, name="move_posts"),
    path("discuss/t/<str:slug>/<int:pk>/move/to", moving.move, name="move_posts_to"),
    path("discuss/t/<str:slug>/<int:pk>/pace", pacing.pace, name="pace"),
    path("discuss/t/<str:slug>/<int:pk>/delete", deleting.topic, name="delete_topic"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/delete", deleting.post, name="delete_post"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/deleted", deleting.look, name="deleted_post"),
    path("discuss/t/<str:slug>/<int:pk>/", topics.topic, name="topic"),
    path("discuss/t/<str:slug>/<int:pk>.<feed:shape>", feeds.topic, name="topic_feed"),
    path("discuss/t/<str:slug>/<int:pk>/further", further.further, name="further"),
    path("discuss/t/<str:slug>/<int:pk>/reply", writing.reply, name="reply"),
    path("discuss/t/<str:slug>/<int:pk>/share", acts.share, name="share"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>", topics.post, name="post"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/inside", topics.inside, name="inside"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/edit", editing.edit, name="edit"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/note", noting.note, name="note"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/language", speaking.speak, name="speak"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/for-group", asking.mark, name="answer_for"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/for-self", asking.unmark, name="answer_for_self"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/wiki", editing.wiki, name="wiki"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/history", history.history, name="history"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/restore", history.restore, name="restore_version"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/hide-version", history.hide, name="hide_version"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/show-version", history.show, name="show_version"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/more", acts.more, name="more"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/share", acts.share, name="share_post"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/source", acts.source, name="source"),
    path("discuss/t/<str:slug>/<int:pk>/<int:number>/reactions", responding.reactions, name="reactions"),
    path("t/<int:pk>", topics.short, name="short"),
    path(
        "t/<int:pk>/", RedirectView.as_view(pattern_name="discuss:short", permanent=True), name="short_slash"
    ),
    *arranging.urlpatterns,
]

"""Addresses at which stories are written and translated."""

from django.urls import path

from space.blog.views import about, editing, groups, translating, versions
from space.blog.views import writing as handing_in

_STORY = "blog/newsroom/<int:pk>"
_EDITION = f"{_STORY}/<slug:language>"

writing = [
    path("blog/submit", handing_in.submit, name="submit"),
    path("blog/preview", handing_in.preview, name="preview"),
    path("blog/complete/regions", handing_in.complete_regions, name="complete_regions"),
    path("groups/<str:slug>/stories", groups.stories, name="of_group"),
    path(f"{_STORY}/offer", groups.offer, name="offer"),
    path(f"{_STORY}/about", about.about, name="about"),
    path(f"{_STORY}/edit/<slug:language>/", editing.edit, name="edit"),
    path(f"{_STORY}/edit/<slug:language>/here", editing.here, name="here"),
    path(f"{_STORY}/translate", translating.translate, name="translate"),
    path(f"{_EDITION}/versions/", versions.versions, name="versions"),
    path(f"{_EDITION}/approve", translating.approve, name="approve"),
    path(f"{_EDITION}/send", translating.send, name="send"),
    path(f"{_EDITION}/same", translating.same, name="same"),
]

"""Addresses of these pages: they stand with those of administration."""

from django.urls import path

from space.discuss.views.arranging import room, rooms, tag, tags

_ROOMS = "administration/categories/"
_TAGS = "administration/tags/"
urlpatterns = [
    path(_ROOMS, rooms.all_rooms, name="arrange_rooms"),
    path(f"{_ROOMS}new", rooms.new_room, name="new_room"),
    path(f"{_ROOMS}<int:pk>/", room.change, name="arrange_room"),
    path(f"{_ROOMS}<int:pk>/place", rooms.place, name="place_room"),
    path(f"{_ROOMS}<int:pk>/about", room.about, name="about_room"),
    path(f"{_ROOMS}<int:pk>/appoint", room.appoint_moderator, name="appoint"),
    path(f"{_ROOMS}<int:pk>/dismiss", room.dismiss, name="dismiss"),
    path(f"{_ROOMS}<int:pk>/delete", room.delete, name="delete_room"),
    path(_TAGS, tags.all_tags, name="arrange_tags"),
    path(f"{_TAGS}new", tags.new_tag, name="new_tag"),
    path(f"{_TAGS}<int:pk>/", tag.show, name="arrange_tag"),
    path(f"{_TAGS}<int:pk>/describe", tag.describe, name="describe_tag"),
    path(f"{_TAGS}<int:pk>/rename", tag.rename, name="rename_tag"),
    path(f"{_TAGS}<int:pk>/merge", tag.merge, name="merge_tag"),
    path(f"{_TAGS}<int:pk>/synonyms", tag.synonyms, name="synonyms"),
    path(f"{_TAGS}<int:pk>/delete", tag.delete, name="delete_tag"),
    path(f"{_TAGS}groups/new", tags.new_group, name="new_tag_group"),
    path(f"{_TAGS}groups/<int:pk>/", tags.group, name="arrange_tag_group"),
    path(f"{_TAGS}groups/<int:pk>/place", tags.place_group, name="place_tag_group"),
    path(f"{_TAGS}groups/<int:pk>/delete", tags.delete_group, name="delete_tag_group"),
]

"""Every address, from the apps that own them."""

from django.urls import include, path

handler404 = "space.web.errors.not_found"

urlpatterns = [
    path("", include("space.pages.urls")),
    path("administration/", include("space.administration.urls")),
    path("", include("space.privacy.urls")),
    path("", include("space.review.urls")),
    path("", include("space.archives.urls")),
    path("", include("space.blog.urls")),
    path("", include("space.events.urls")),
    path("", include("space.discuss.urls")),
    path("", include("space.membership.urls")),
    path("", include("space.messages.urls")),
    path("", include("space.moderation.urls")),
    path("", include("space.notifications.urls")),
    path("", include("space.search.urls")),
    path("", include("space.accounts.urls")),
    path("", include("space.accounts.wiki.urls")),
    path("accounts/", include("space.accounts.entrance_urls")),
    path("community/", include("space.community.urls")),
    path("", include("space.languages.urls")),
    path("", include("space.places.urls")),
    path("demo/", include("space.pages.demo.urls")),
    path("uploads/", include("space.uploads.urls")),
]

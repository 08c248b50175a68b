from django.contrib.sitemaps import views as sitemaps
from django.urls import path

from space.pages import views
from space.pages.help import views as help_views
from space.pages.people.views import directory
from space.pages.sitemaps import ALL
from space.pages.wiki import views as wiki

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("people/", directory, name="people"),
    path("guidelines/", wiki.guidelines, name="guidelines"),
    path("about/", wiki.about, name="about"),
    path("privacy/", wiki.privacy, name="privacy"),
    path("contact/", wiki.contact, name="contact"),
    path("pages/<slug:name>/begin", wiki.begin, name="begin"),
    path("help/", help_views.index, name="help"),
    path("help/<slug:name>/", help_views.one, name="help_page"),
    path("healthz", views.healthz, name="healthz"),
    path("robots.txt", views.robots, name="robots"),
    path(
        "sitemap.xml",
        sitemaps.index,
        {"sitemaps": ALL, "sitemap_url_name": "pages:sitemap_part"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": ALL}, name="sitemap_part"),
]

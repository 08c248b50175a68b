"""The door to the wiki, named one by one like those of entrance_urls.py."""

from django.urls import path

from space.accounts.wiki import account, views

urlpatterns = [
    path("accounts/wiki/", views.sign_in, name="wiki_sign_in"),
    path("accounts/wiki/back/", views.back, name="wiki_back"),
    path("accounts/wiki/link/", views.link, name="wiki_link"),
    path("accounts/wiki/again/", views.prove, name="wiki_prove"),
    path("preferences/wiki/", account.account, name="wiki_account"),
    path("preferences/wiki/refresh", account.refresh, name="wiki_refresh"),
    path("preferences/wiki/unlink", account.unlink, name="wiki_unlink"),
]

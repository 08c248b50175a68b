"""Accounts with passwords, for the tests of signing in."""

from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from space.accounts.models import User

PASSWORD = "four donkeys sing tonight"


def person(name: str = "Amina@local", *, email: str = "", password: str = PASSWORD, **more: object) -> User:
    """Somebody who can sign in; the address counts as proved."""
    user = User(name=name, email=email, **more)
    user.set_password(password)
    user.save()
    if email:
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def sign_in(client: Client, login: str = "Amina@local", password: str = PASSWORD, **more: str):
    return client.post(reverse("account_login"), {"login": login, "password": password, **more})


def sign_up(client: Client, name: str, **more: str):
    return client.post(reverse("account_signup"), {"username": name, "password1": PASSWORD, **more})


def who(client: Client) -> str:
    """The name of whoever the site takes this browser for."""
    return client.get(reverse("account_login")).wsgi_request.reader.name

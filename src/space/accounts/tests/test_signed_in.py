"""One sees where one is signed in, and ends it; kept is the kind of browser and the day."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from space.accounts.devices import device_of, said_device
from space.accounts.models import Session
from space.accounts.tests.people import PASSWORD, person, sign_in, who

pytestmark = pytest.mark.django_db
_PHONE = "Mozilla/5.0 (Android 14; Mobile; rv:135.0) Gecko/135.0 Firefox/135.0"
_EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0 "
    "Safari/537.36 Edg/133.0"
)
_IPAD = "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1 Version/17.5 Mobile/15E Safari/604.1"
_NEW = "five donkeys sing at dawn"
PAGE = "accounts:sessions"


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (_PHONE, "Firefox on Android"),
        (_EDGE, "Edge on Windows"),
        (_IPAD, "Safari on iPad"),
        ("curl/8.5", "A browser"),
        ("Something (X11; Linux)", "A browser on Linux"),
        ("", "A browser"),
        ("Firefox\x00" * 5000, "Firefox"),
    ],
)
def test_a_browser_is_two_words_without_version_and_model(agent, said):
    assert said_device(device_of(agent)) == said
    assert len(device_of(agent)) <= 30


@pytest.fixture
def phone() -> Client:
    """Lent to somebody, and signed in."""
    person()
    client = Client(headers={"user-agent": _PHONE})
    sign_in(client)
    return client


def test_one_sees_where_one_is_signed_in_and_no_key_of_it(client, phone):
    sign_in(client)
    page = client.get(reverse(PAGE)).content.decode()
    assert "Firefox on Android" in page
    assert page.count("This browser") == 1
    assert not [key for key in Session.objects.values_list("pk", flat=True) if key in page]
    assert not Session.objects.filter(session_data__contains=_PHONE).exists()


def test_one_browser_is_signed_out_and_this_one_stays(client, phone):
    sign_in(client)
    sign_in(Client())
    mark = next(one.mark for one in client.get(reverse(PAGE)).context["sessions"] if "Android" in one.device)
    client.post(reverse("accounts:end_sessions"), {"session": mark})
    assert (who(phone), who(client)) == ("", "Amina@local")
    client.post(reverse("accounts:end_sessions"), {"session": mark})
    client.post(reverse("accounts:end_sessions"))
    assert Session.objects.count() == 1
    assert who(client)


def test_nobody_ends_the_session_of_somebody_else(client, phone):
    mark = phone.get(reverse(PAGE)).context["sessions"][0].mark
    person("Lena@local")
    sign_in(client, "Lena@local")
    client.post(reverse("accounts:end_sessions"), {"session": mark})
    client.post(reverse("accounts:end_sessions"))
    assert who(phone) == "Amina@local"


def test_the_day_of_use_is_written_once_a_day_and_sign_in_is_remembered(phone, django_assert_num_queries):
    before = timezone.now() - timedelta(days=3)
    Session.objects.update(used_on=before.date())
    row = Session.objects.get()
    phone.get(reverse("accounts:me"))
    assert Session.objects.get().used_on == timezone.now().date()
    with django_assert_num_queries(1):
        phone.get(reverse("accounts:me"))
    store = phone.session
    store["x"] = 1
    store.save()
    assert (Session.objects.get().device, Session.objects.get().created_at) == (
        "firefox android",
        row.created_at,
    )


def test_what_a_new_password_ended_is_not_shown(client, phone):
    sign_in(client)
    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": _NEW, "password2": _NEW},
    )
    assert len(client.get(reverse(PAGE)).context["sessions"]) == 1

"""Open, with a question, after a look, or not at all: as the community chose, and many from one address wait."""

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from space.accounts.arriving.actions.inviting import invite_by_link, path_of
from space.accounts.arriving.actions.waiting import decline, let_in
from space.accounts.models import User, Waiting
from space.accounts.numbers import (
    ACCOUNTS_FROM_ADDRESS_A_DAY,
    NEW_ACCOUNTS,
    SIGN_UP_QUESTIONS,
    SIGN_UPS_AN_HOUR,
    NewAccounts,
)
from space.accounts.tests.people import PASSWORD, sign_in, sign_up, who
from space.administration.actions import change_setting
from space.community import Said
from space.moderation.models import LogEntry

pytestmark = pytest.mark.django_db
CLOSED = "/accounts/closed/"


@pytest.fixture
def question(ada: User) -> None:
    asked = {
        "en": Said(
            "en", "Which encyclopedia can all edit? = Wikipedia / the Wikipedia\n2 + 2 = 4 = 4 / four"
        ),
        "fr": Said("fr", "Quel animal miaule ? = le chat / un chat / chat"),
    }
    change_setting(SIGN_UP_QUESTIONS, asked, by=ada)


@pytest.fixture
def approval(ada: User) -> None:
    change_setting(NEW_ACCOUNTS, NewAccounts.APPROVAL, by=ada)


def ask_in(client: Client, language: str) -> dict[str, str]:
    """The question of the form, as its hidden field names it."""
    form = client.get(reverse("account_signup"), {"lang": language}).context["form"]
    return {"question": form.initial.get("question") or form.fields["question"].initial}


def test_a_right_answer_opens_the_door_however_it_is_spelt(client: Client, question) -> None:
    asked = ask_in(client, "fr")
    assert "Quel animal miaule" in client.get(reverse("account_signup"), {"lang": "fr"}).content.decode()
    answer = sign_up(client, "Amina", **asked, answer=" LE-Chát. ")
    assert answer.status_code == 302
    assert who(client) == "Amina@local"


@pytest.mark.parametrize("answer", ["", "a dog", "chat chat"])
def test_a_wrong_answer_is_told_and_the_same_question_stands_there_again(
    client: Client, question, answer: str
) -> None:
    again = sign_up(client, "Amina", **ask_in(client, "fr"), answer=answer)
    page = again.content.decode()
    assert again.status_code == 422
    assert "Quel animal miaule" in page
    assert 'value="Amina"' in page
    assert not User.objects.filter(name="Amina@local").exists()


def test_no_language_is_a_way_round_the_question(client: Client, question) -> None:
    page = client.get(reverse("account_signup"), {"lang": "ar"}).content.decode()
    assert "Which encyclopedia" in page or "2 + 2" in page
    assert sign_up(client, "Amina").status_code == 422
    assert sign_up(client, "Amina", question="invented", answer="x").status_code == 422


def test_answers_stand_on_no_page_and_not_in_the_log(client: Client, question) -> None:
    assert "the Wikipedia" not in client.get(reverse("account_signup")).content.decode()
    entry = LogEntry.objects.get(what="setting-changed")
    assert not hasattr(entry, "reason")
    assert "Wikipedia" not in str(entry.codes)


def test_a_line_without_an_answer_is_no_question(ada: User) -> None:
    for line in ("Who are you?", "Who? = ", " = me", "Who? = /"):
        with pytest.raises(ValidationError, match="then ="):
            change_setting(SIGN_UP_QUESTIONS, {"en": Said("en", line)}, by=ada)


def test_who_guesses_answers_is_slowed_down(client: Client, question) -> None:
    asked = ask_in(client, "fr")
    for number in range(21):
        last = sign_up(client, "Amina", **asked, answer=f"animal {number}")
    assert "too many tries" in last.content.decode()


def test_who_waits_says_who_they_are_and_a_moderator_reads_it(client: Client, approval, rosa: User) -> None:
    assert "a moderator looks at each new account" in client.get(reverse("account_signup")).content.decode()
    sign_up(client, "Amina")
    assert client.post(CLOSED, {"words": "I photograph birds."}).status_code == 302
    assert "I photograph birds." in client.get(CLOSED).content.decode()
    staff = Client()
    staff.force_login(rosa)
    assert "I photograph birds." in staff.get(reverse("administration:waiting")).content.decode()
    assert client.post(CLOSED, {"words": " "}).status_code == 422


def test_nobody_else_says_anything_for_who_waits(client: Client, approval) -> None:
    sign_up(client, "Amina")
    assert "<textarea" not in Client().post(CLOSED, {"words": "Let me in!"}).content.decode()
    assert Waiting.objects.get().words == ""


def test_who_is_let_in_gets_a_mail_in_their_language(client: Client, approval) -> None:
    sign_up(client, "Amina", email="amina@example.org")
    waiting = Waiting.objects.get()
    waiting.language = "ar"
    waiting.save()
    mail.outbox.clear()
    let_in(waiting.person)
    assert mail.outbox[0].to == ["amina@example.org"]
    assert reverse("account_login") in mail.outbox[0].body
    assert sign_in(client).status_code == 302


def test_who_is_not_let_in_reads_why_in_a_mail_and_at_the_door(client: Client, approval) -> None:
    sign_up(client, "Amina", email="amina@example.org")
    mail.outbox.clear()
    decline(User.objects.get(name="Amina@local"), "Made for <b>advertising</b> & more.")
    assert "Made for <b>advertising</b> & more." in mail.outbox[0].body
    elsewhere = Client()
    page = sign_in(elsewhere).headers["Location"]
    assert "&lt;b&gt;advertising" in elsewhere.get(page).content.decode()
    assert who(elsewhere) == ""


def test_who_was_invited_need_not_wait(client: Client, approval, lena: User) -> None:
    link = invite_by_link(by=lena, days=1, people=1)
    client.post(path_of(link), {"username": "Amina", "password1": PASSWORD})
    assert who(client) == "Amina@local"


def test_where_accounts_come_from_wikis_alone_none_is_made_here(
    client: Client, ada: User, lena: User
) -> None:
    change_setting(NEW_ACCOUNTS, NewAccounts.WIKIS, by=ada)
    link = invite_by_link(by=lena, days=1, people=1)
    for page in (reverse("account_signup"), path_of(link)):
        answer = client.post(page, {"username": "Amina", "password1": PASSWORD})
        assert answer.status_code == 422
        assert "No accounts are made here" in answer.content.decode()
    assert not User.objects.filter(name="Amina@local").exists()


def test_many_accounts_from_one_address_wait_and_it_stands_in_the_log(ada: User, rosa: User) -> None:
    change_setting(ACCOUNTS_FROM_ADDRESS_A_DAY, 2, by=ada)
    browsers = [Client() for _ in range(3)]
    for browser, name in zip(browsers, ("Amina", "Nakato", "Babirye"), strict=True):
        sign_up(browser, name)
    assert [who(browser) for browser in browsers] == ["Amina@local", "Nakato@local", ""]
    assert "from your network" in browsers[2].get(CLOSED).content.decode()
    assert LogEntry.objects.get(what="made-to-wait").thing_id == Waiting.objects.get().person_id
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    sign_up(elsewhere, "Mirembe")
    assert who(elsewhere) == "Mirembe@local"


def test_staff_lets_who_waits_in_again(client: Client, ada: User, rosa: User) -> None:
    change_setting(ACCOUNTS_FROM_ADDRESS_A_DAY, 1, by=ada)
    sign_up(Client(), "Nakato")
    sign_up(client, "Babirye")
    staff = Client()
    staff.force_login(rosa)
    staff.post(reverse("administration:let_in", args=[Waiting.objects.get().person_id]))
    sign_in(client, "Babirye")
    assert who(client) == "Babirye@local"


def test_a_whole_room_comes_in_with_an_invitation_for_it(ada: User, rosa: User) -> None:
    change_setting(ACCOUNTS_FROM_ADDRESS_A_DAY, 1, by=ada)
    change_setting(SIGN_UPS_AN_HOUR, 2, by=ada)
    link = invite_by_link(by=rosa, days=1, people=20, is_wide=True)
    for name in ("Akello", "Babirye", "Chebet", "Dembe"):
        guest = Client()
        guest.post(path_of(link), {"username": name, "password1": PASSWORD})
        assert who(guest) == f"{name}@local"
    plain = invite_by_link(by=rosa, days=1, people=2)
    for name in ("Ekisa", "Farida"):
        guest = Client()
        guest.post(path_of(plain), {"username": name, "password1": PASSWORD})
    assert who(guest) == ""
    assert Waiting.objects.get().why == Waiting.Why.MANY

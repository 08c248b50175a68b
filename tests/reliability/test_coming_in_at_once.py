"""Many who sign in at the same moment: limits count all of them, and one account of a wiki is one person here."""

from django.test import Client
from django.urls import reverse

from space.accounts.models import User, Waiting, WikiAccount
from space.accounts.tests.people import person
from space.accounts.wiki.actions.arriving import arrive
from space.accounts.wiki.knowing import Known
from space.kit import clock
from tests.reliability.test_many_at_once import at_once

MANY = 16


def test_of_sixteen_wrong_passwords_at_once_six_are_looked_at(transactional_db):
    """Each from another address, as from many machines: the account has one allowance, in the database."""
    person()

    def guess(number):
        form = {"login": "Amina", "password": f"guess {number}"}
        answer = Client(REMOTE_ADDR=f"203.0.113.{number}").post(reverse("account_login"), form)
        return "too many tries" in answer.content.decode()

    assert at_once(guess, *range(MANY)).count(False) == 6


def test_of_sixteen_names_guessed_at_once_from_one_address_six_are_looked_at(transactional_db):
    """Each another account: the address has one allowance too, over all processes."""

    def guess(number):
        form = {"login": f"Person {number}", "password": "a guess"}
        answer = Client(REMOTE_ADDR="203.0.113.7").post(reverse("account_login"), form)
        return "too many tries" in answer.content.decode()

    began = clock.now()
    looked_at = at_once(guess, *range(MANY)).count(False)
    # One comes back each ten seconds, where the machine is that slow.
    assert 6 <= looked_at <= 6 + (clock.now() - began).seconds // 10


def test_of_sixteen_accounts_made_at_once_from_one_address_so_many_are_in_and_the_others_wait(
    transactional_db, settings
):
    settings.ACCOUNTS_FROM_ADDRESS_A_DAY = 3

    def sign_up(number):
        form = {"username": f"Guest {chr(97 + number) * 3}", "password1": "four donkeys sing tonight"}
        return Client(REMOTE_ADDR="203.0.113.7").post(reverse("account_signup"), form).headers["Location"]

    went = at_once(sign_up, *range(8))
    assert went.count(reverse("account_inactive")) == 5
    assert Waiting.objects.filter(why=Waiting.Why.MANY).count() == 5


def test_sixteen_ways_back_from_the_wiki_lead_to_one_person(transactional_db):
    known = Known("7", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ", 640, None)
    people = at_once(lambda _: arrive(known).pk, *range(MANY))
    assert len(set(people)) == 1
    assert User.objects.filter(wiki__isnull=False).count() == WikiAccount.objects.count() == 1


def test_who_swap_their_names_on_the_wiki_swap_them_here(transactional_db):
    """Each step aside for the other; nobody waits for ever, and no name is held by two."""
    for sub, name in (("7", "Ada"), ("8", "Bo")):
        arrive(Known(sub, name, 5, None))
    swapped = [Known("7", "Bo", 5, None), Known("8", "Ada", 5, None)] * 4
    at_once(lambda known: arrive(known).pk, *swapped)
    assert dict(WikiAccount.objects.values_list("sub", "person__name")) == {"7": "Bo", "8": "Ada"}

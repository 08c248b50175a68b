"""Become anybody, read any mail: in a demo, and nowhere else."""

from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from space.accounts.models import User
from space.discuss.models import Topic

pytestmark = pytest.mark.django_db

PAGES = ["/demo/people", "/demo/mail/", "/demo/mail/1.eml/", "/demo/mail/1.eml/html"]


@pytest.fixture
def demo(settings: Any, tmp_path: Path) -> Path:
    settings.DEMO = True
    settings.EMAIL_URL = f"file://{tmp_path}/mail"
    (tmp_path / "mail").mkdir()
    return tmp_path / "mail"


def write(folder: Path, name: str, subject: str, text: str, html: str = "") -> None:
    message = EmailMessage()
    message["Subject"], message["To"], message["From"] = (
        subject,
        "amina@example.org",
        "Space <space@localhost>",
    )
    message["Date"] = "Sat, 05 Mar 2011 19:12:00 -0100"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    (folder / name).write_bytes(message.as_bytes())


@pytest.mark.parametrize("page", PAGES)
def test_outside_of_a_demo_there_is_nothing(client: Client, page: str, lena: User, settings: Any) -> None:
    settings.DEMO = False
    assert client.get(page).status_code == 404
    assert client.post("/demo/people/become", {"person": lena.pk}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_one_becomes_a_person_and_nobody_again(demo: Path, client: Client, lena: User) -> None:
    response = client.post("/demo/people/become", {"person": lena.pk})
    assert response.url == "/"
    assert client.get("/demo/people").wsgi_request.reader.pk == lena.pk
    client.post("/demo/people/become")
    assert not client.get("/demo/people").wsgi_request.reader.is_authenticated


def test_becoming_somebody_needs_a_form_of_ours(demo: Path, lena: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/demo/people/become", {"person": lena.pk}).status_code == 403
    assert strict.get("/demo/people/become").status_code == 405


@pytest.mark.parametrize("number", ["0", "999999999", "x", "²", "-1"])
def test_nobody_is_there_under_a_wrong_number(demo: Path, client: Client, lena: User, number: str) -> None:
    client.post("/demo/people/become", {"person": number})
    assert not client.get("/demo/people").wsgi_request.reader.is_authenticated


def test_nobody_becomes_an_archived_author(demo: Path, client: Client) -> None:
    system = User.objects.system()
    assert client.post("/demo/people/become", {"person": system.pk}).status_code == 404


def test_the_page_tells_roles_with_few_queries(
    demo: Path,
    client: Client,
    rosa: User,
    viktor: User,
    kofi: User,
    topic: Topic,
    django_assert_max_num_queries: Any,
) -> None:
    with django_assert_max_num_queries(3):
        page = client.get("/demo/people")
    text = page.content.decode()
    assert "Moderator" in text
    assert "Suspended" in text
    assert "closed group" in text
    assert "no-store" in page["Cache-Control"]


def test_mails_are_listed_newest_first_and_read(demo: Path, client: Client) -> None:
    write(demo, "1.eml", "Old <b>news</b>", "first")
    write(
        demo,
        "2.eml",
        "Fresh",
        "Go to http://localhost/x <script>alert(1)</script>",
        "<p>Hello <script>1</script></p>",
    )
    listed = client.get("/demo/mail/").content.decode()
    assert listed.index("Fresh") < listed.index("Old &lt;b&gt;news")

    shown = client.get("/demo/mail/2.eml/").content.decode()
    assert "&lt;script&gt;alert(1)" in shown
    assert 'sandbox=""' in shown
    alone = client.get("/demo/mail/2.eml/html")
    assert alone["Content-Security-Policy"].startswith("default-src 'none'")
    assert "sandbox" in alone["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["..%2Fsecret_key", "%2Fetc%2Fpasswd", ".1.eml", "3.eml"])
def test_no_name_leads_out_of_the_folder(demo: Path, client: Client, name: str) -> None:
    (demo.parent / "secret_key").write_text("hush")
    write(demo, ".1.eml", "half written", "not yet")
    assert client.get(f"/demo/mail/{name}/").status_code == 404


def test_without_a_folder_there_are_no_mails(demo: Path, client: Client, settings: Any) -> None:
    settings.EMAIL_URL = "smtp://localhost"
    assert "No mail yet" in client.get("/demo/mail/").content.decode()

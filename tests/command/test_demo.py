"""The demo lets anybody in as anybody, so it touches nothing that it did not make."""

import os
from urllib.request import urlopen

import psycopg
import pytest

from space.command.postgres import Cluster
from tests.command.running import free_port, run


@pytest.fixture
def cluster(tmp_path):
    cluster = Cluster(tmp_path / "pg", durable=False, temporary=True)
    cluster.start()
    yield cluster
    cluster.stop()


def test_a_database_with_something_in_it_is_refused(cluster, tmp_path):
    with psycopg.connect(cluster.url()) as connection:
        connection.execute("CREATE TABLE ours AS SELECT 'precious' AS word")
    refused = run(
        "demo", "--data", str(tmp_path / "demo"), "--port", str(free_port()), DATABASE_URL=cluster.url()
    )
    assert refused.returncode == 1
    assert "did not make" in refused.stderr


def test_a_server_for_real_people_refuses_the_demo_folder(tmp_path):
    (tmp_path / "made-for-the-demo").touch()
    refused = run("serve", "--data", str(tmp_path))
    assert refused.returncode == 1
    assert "holds the demo" in refused.stderr


def test_what_the_environment_says_of_hosts_and_mail_does_not_reach_the_demo(tmp_path, monkeypatch):
    from space.command.home import Home
    from space.command.verbs.demo import become_a_demo

    monkeypatch.setattr(
        os, "environ", dict(SPACE_HOSTS="*", SPACE_EMAIL_URL="smtp://example.org", SPACE_ALIASES="x.org")
    )
    become_a_demo(Home(tmp_path), 8000)
    assert os.environ["SPACE_HOSTS"] == "localhost,127.0.0.1"
    assert "SPACE_EMAIL_URL" not in os.environ
    assert "SPACE_ALIASES" not in os.environ


def test_the_demo_has_a_wiki_of_its_own_and_asks_no_other(monkeypatch):
    from space.command.verbs.demo import open_a_wiki

    monkeypatch.setattr(
        os, "environ", dict(SPACE_WIKI="https://meta.wikimedia.org", SPACE_WIKI_CLIENT="true")
    )
    open_a_wiki(free_port())
    wiki = os.environ["SPACE_WIKI"]
    assert wiki.startswith("http://localhost:")
    assert os.environ["SPACE_PRIVATE_HOSTS"] == wiki.removeprefix("http://")
    assert os.environ["SPACE_WIKI_CLIENT"] != "true"
    with urlopen(f"{wiki}/w/index.php?title=Special:UserLogin") as page:
        assert "María José" in page.read().decode()

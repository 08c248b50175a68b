"""What was saved comes back row by row, and a file that is not whole is told from one that is."""

import tarfile

import psycopg
import pytest

from space.command.asking import Trouble
from space.command.postgres import Cluster
from space.command.saving import contents, dumps, files
from space.command.verbs.backup import save
from space.command.verbs.restore import bring_back

THINGS = """
CREATE TABLE people (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text, born timestamptz, about jsonb);
INSERT INTO people (name, born, about) VALUES
    ('ਅਮਰ', '2001-02-03 04:05:06.789+05:30', '{"reads": ["pa", "en"]}'),
    (NULL, '-infinity', '[]'), ('O''Neill\\', NULL, NULL);
CREATE TABLE pieces (id int REFERENCES people, bytes bytea,
    found tsvector GENERATED ALWAYS AS (to_tsvector('simple', 'a b')) STORED);
INSERT INTO pieces (id, bytes) SELECT 1 + n % 3, decode(md5(n::text), 'hex') FROM generate_series(1, 500) AS n;
CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'append only'; END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON people FOR EACH ROW EXECUTE FUNCTION never();
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    cluster = Cluster(tmp_path_factory.mktemp("saving") / "pg", durable=False, temporary=True)
    cluster.start()
    with psycopg.connect(cluster.url()) as connection:
        connection.execute(THINGS)
    yield cluster
    cluster.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    (folder / "media" / "ab").mkdir(parents=True)
    (folder / "media" / "ab" / "picture.png").write_bytes(b"\x89PNG" + bytes(range(256)))
    (folder / "secret_key").write_text("secret")
    return folder


@pytest.fixture(scope="module")
def saved(cluster, folder, tmp_path_factory):
    to = tmp_path_factory.mktemp("backups") / "b.tar"
    save(cluster.url(), folder, to, keys=False, prove=True)
    return to


@pytest.fixture
def empty(tmp_path):
    (tmp_path / "media").mkdir()
    cluster = Cluster(tmp_path / "pg", durable=False, temporary=True)
    cluster.start()
    yield cluster
    cluster.stop()


def rows(cluster):
    with psycopg.connect(cluster.url()) as connection:
        return [
            connection.execute(f"SELECT t::text FROM {table} AS t ORDER BY 1").fetchall()
            for table in ("people", "pieces")
        ]


def test_every_row_and_every_file_comes_back(cluster, saved, empty, tmp_path):
    bring_back(saved, files.read(saved), empty.url(), tmp_path, force=False)
    with psycopg.connect(empty.url()) as connection:
        back = contents.contents(connection)
    assert contents.differences(files.read(saved).tables, back) == []
    assert rows(empty) == rows(cluster)
    assert (tmp_path / "media" / "ab" / "picture.png").read_bytes() == b"\x89PNG" + bytes(range(256))


def test_triggers_and_counters_go_on_where_they_were(saved, empty, tmp_path):
    bring_back(saved, files.read(saved), empty.url(), tmp_path, force=False)
    with psycopg.connect(empty.url(), autocommit=True) as connection:
        assert connection.execute("INSERT INTO people (name) VALUES ('new') RETURNING id").fetchone() == (4,)
        with pytest.raises(psycopg.errors.RaiseException, match="append only"):
            connection.execute("DELETE FROM people")


def test_what_is_there_is_replaced_only_by_force(saved, empty, tmp_path):
    with psycopg.connect(empty.url()) as connection:
        connection.execute("CREATE TABLE mine AS SELECT 1 AS one")
    with pytest.raises(Trouble, match="--force"):
        bring_back(saved, files.read(saved), empty.url(), tmp_path, force=False)

    bring_back(saved, files.read(saved), empty.url(), tmp_path, force=True)
    with psycopg.connect(empty.url()) as connection:
        assert connection.execute("SELECT to_regclass('mine')").fetchone() == (None,)


def test_a_restore_that_fails_leaves_everything_as_it_was(saved, empty, tmp_path):
    page = files.read(saved)
    page.tables["public.people"] = (4, "0")
    with psycopg.connect(empty.url()) as connection:
        connection.execute("CREATE TABLE mine AS SELECT 1 AS one")
    with pytest.raises(Trouble, match=r"public\.people: 4 rows"):
        bring_back(saved, page, empty.url(), tmp_path, force=True)
    with psycopg.connect(empty.url()) as connection:
        assert connection.execute("SELECT one FROM mine").fetchone() == (1,)


def test_numbers_that_go_on_while_the_server_is_saved_make_no_back_up_wrong(
    cluster, folder, tmp_path, monkeypatch
):
    run = dumps._run

    def a_number_is_taken() -> None:
        with psycopg.connect(cluster.url()) as connection:
            connection.execute("SELECT nextval('people_id_seq')")

    def while_it_goes_on(*arguments: str) -> None:
        a_number_is_taken()
        run(*arguments)
        a_number_is_taken()

    monkeypatch.setattr(dumps, "_run", while_it_goes_on)
    save(cluster.url(), folder, tmp_path / "b.tar", keys=False, prove=False)
    monkeypatch.undo()
    with dumps.scratch() as url:
        page = files.read(tmp_path / "b.tar")
        files.unpack(tmp_path / "b.tar", page, tmp_path / "proof")
        back = dumps.load(tmp_path / "proof" / files.DUMP, url)
    with psycopg.connect(cluster.url()) as connection:
        connection.execute("SELECT setval('people_id_seq', 3)")
    assert contents.differences(page.tables, back) == []


def test_a_sequence_may_stand_higher_and_never_lower():
    before = {"public.people_id_seq": (0, "23")}
    assert contents.differences(before, {"public.people_id_seq": (0, "24")}) == []
    assert contents.differences(before, {"public.people_id_seq": (0, "22")})


def test_one_changed_value_is_seen():
    before = {"public.people": (3, "17")}
    assert contents.differences(before, {"public.people": (3, "18")})
    assert contents.differences(before, {})
    assert contents.differences(before, before) == []


def test_keys_go_along_only_when_asked_for(cluster, folder, saved, tmp_path):
    save(cluster.url(), folder, tmp_path / "k.tar", keys=True, prove=False)
    assert "keys/secret_key" in files.read(tmp_path / "k.tar").files
    assert not any(name.startswith("keys/") for name in files.read(saved).files)
    assert (tmp_path / "k.tar").stat().st_mode & 0o077 == 0


def test_a_damaged_file_is_refused(saved, tmp_path):
    damaged = tmp_path / "d.tar"
    whole = bytearray(saved.read_bytes())
    whole[whole.index(b"\x89PNG") + 100] ^= 1
    damaged.write_bytes(whole)
    with pytest.raises(Trouble, match="damaged"):
        files.read(damaged)
    damaged.write_bytes(saved.read_bytes()[:5000])
    with pytest.raises(Trouble, match="damaged"):
        files.read(damaged)


def test_a_file_that_wants_to_write_elsewhere_is_refused(saved, tmp_path):
    page = files.read(saved)
    with tarfile.open(tmp_path / "evil.tar", "w") as tar:
        tar.add(saved, "../evil")
    page.files = {"../evil": ""}
    with pytest.raises(Trouble, match="outside its folder"):
        files.unpack(tmp_path / "evil.tar", page, tmp_path / "to")

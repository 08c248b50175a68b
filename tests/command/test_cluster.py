"""The embedded PostgreSQL survives what machines and people do to it."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from space.command import keeper, places
from space.command.locks import is_owned
from space.command.places import Misplaced
from space.command.postgres import Cluster


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "pg"


@pytest.fixture
def cluster(folder):
    """One to break: durable, and started again by whoever likes."""
    cluster = Cluster(folder)
    cluster.start()
    yield cluster
    cluster.stop()


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """One to look at."""
    cluster = Cluster(tmp_path_factory.mktemp("standing") / "pg", durable=False, temporary=True)
    cluster.start()
    yield cluster
    cluster.stop()


def ask(cluster, question):
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        return connection.execute(question).fetchone()[0]


def postmaster(cluster):
    return int((places.place_of(cluster.folder).data / "postmaster.pid").read_text().split()[0])


def keeper_of(cluster):
    return int(Path(f"/proc/{postmaster(cluster)}/stat").read_text().rpartition(")")[2].split()[1])


def wait_until(true, seconds=20):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def write_a_row(cluster):
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'still here' AS words")


def test_it_holds_what_was_written_when_it_is_started_again(cluster):
    write_a_row(cluster)
    cluster.stop()
    assert not cluster.is_running()

    cluster.start()
    assert ask(cluster, "SELECT words FROM kept") == "still here"


def test_it_knows_utf8_and_the_extensions_that_space_needs(standing):
    assert ask(standing, "SHOW server_encoding") == "UTF8"
    with psycopg.connect(standing.url()) as connection:
        connection.execute("CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm")
        assert connection.execute("SELECT unaccent('Élan'), lower('ÀΣ')").fetchone() == ("Elan", "àσ")


def test_our_role_is_no_superuser_and_the_network_is_closed(standing):
    assert ask(standing, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
    assert ask(standing, "SHOW listen_addresses") == ""


def test_the_password_and_the_socket_are_for_us_alone(standing):
    socket_folder = Path(standing.parameters()["host"])
    assert stat.S_IMODE((standing.folder / "password").stat().st_mode) == 0o600
    assert stat.S_IMODE(socket_folder.stat().st_mode) == 0o700
    wrong = standing.parameters() | {"password": "guess"}
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(**wrong)


def test_a_database_for_real_people_syncs_to_the_disk(tmp_path):
    real = Cluster(tmp_path / "real", temporary=True)
    real.start()
    try:
        assert (ask(real, "SHOW fsync"), ask(real, "SHOW full_page_writes")) == ("on", "on")
    finally:
        real.stop()


def test_who_joins_keeps_it_running_when_the_first_one_goes(cluster):
    other = Cluster(cluster.folder, durable=False)
    other.start()
    cluster.stop()
    assert ask(other, "SELECT 1") == 1

    other.stop()
    assert not other.is_running()


def test_when_all_users_are_killed_the_database_stops_by_itself(folder, cluster):
    cluster.stop()
    program = f"""if True:
        import sys; from pathlib import Path; from space.command.postgres import Cluster
        Cluster(Path({str(folder)!r}), durable=False).start(); print("up", flush=True); sys.stdin.read()"""
    user = subprocess.Popen([sys.executable, "-c", program], stdin=-1, stdout=-1, env=environment())
    assert user.stdout.readline() == b"up\n"
    assert cluster.is_running()

    user.kill()
    user.wait()
    wait_until(lambda: not is_owned(folder / "keeper"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize("victim", [postmaster, keeper_of])
def test_after_kill_9_of_a_part_it_starts_again_with_everything(cluster, victim):
    write_a_row(cluster)
    os.kill(victim(cluster), signal.SIGKILL)
    wait_until(lambda: not cluster.is_running())

    cluster.start()
    assert ask(cluster, "SELECT words FROM kept") == "still here"


def test_a_pid_that_now_belongs_to_somebody_else_is_no_obstacle(cluster):
    write_a_row(cluster)
    record = places.place_of(cluster.folder).data / "postmaster.pid"
    kept = record.read_text().split("\n")
    cluster.stop()
    stranger = subprocess.Popen(["sleep", "60"], **as_its_user(cluster))
    record.write_text("\n".join([str(stranger.pid), *kept[1:]]))
    try:
        cluster.start()
        assert ask(cluster, "SELECT words FROM kept") == "still here"
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_zombie_is_not_taken_for_a_database(tmp_path):
    child = subprocess.Popen(["true"], cwd=tmp_path)
    wait_until(lambda: "\nState:\tZ" in Path(f"/proc/{child.pid}/status").read_text())
    assert not keeper.runs_in(child.pid, tmp_path)
    child.wait()


def test_half_a_cluster_is_made_again(folder):
    unfinished = Cluster(folder, durable=False, temporary=True)
    folder.mkdir()
    (places.place_of(folder).folder / "unfinished").mkdir()
    unfinished.start()
    assert ask(unfinished, "SELECT 1") == 1
    unfinished.stop()


def test_a_path_too_long_for_a_socket_still_works(tmp_path):
    far = tmp_path / ("long" * 15) / ("way" * 15) / "pg"
    cluster = Cluster(far, durable=False, temporary=True)
    cluster.start()
    host = Path(cluster.parameters()["host"])
    assert len(str(host)) < 90
    assert ask(cluster, "SELECT 1") == 1
    cluster.stop()
    wait_until(lambda: not host.exists())


as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root needs a safe place")


@as_root
def test_for_root_it_runs_as_nobody_in_a_closed_place(standing):
    place = places.place_of(standing.folder)
    assert Path(f"/proc/{postmaster(standing)}").stat().st_uid == place.uid != 0
    assert stat.S_IMODE(place.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(places.SAFE.stat().st_mode) == 0o711


@as_root
def test_no_permission_of_an_existing_folder_is_opened(tmp_path):
    closed = tmp_path / "home"
    closed.mkdir(mode=0o700)
    cluster = Cluster(closed / "data" / "pg", durable=False, temporary=True)
    cluster.start()
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    assert stat.S_IMODE((closed / "data" / "pg").stat().st_mode) == 0o700
    cluster.stop()


@as_root
def test_a_folder_that_lost_its_memory_starts_a_new_database(folder, cluster):
    write_a_row(cluster)
    first = places.place_of(folder).folder
    cluster.stop()
    subprocess.run(["rm", "-rf", str(folder)], check=True)

    again = Cluster(folder, durable=False)
    again.start()
    assert places.place_of(folder).folder != first
    assert ask(again, "SELECT count(*) FROM pg_tables WHERE tablename = 'kept'") == 0
    again.stop()


@as_root
def test_a_copied_folder_does_not_write_into_the_first_ones_database(tmp_path, folder, cluster):
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "place").write_text((folder / "place").read_text())
    with pytest.raises(Misplaced, match="is a copy of"):
        Cluster(copy).start()


def as_its_user(cluster):
    place = places.place_of(cluster.folder)
    return {} if place.uid is None else {"user": place.uid, "group": place.gid, "extra_groups": []}


def environment():
    return {**os.environ, "PYTHONPATH": str(Path(places.__file__).parents[2])}

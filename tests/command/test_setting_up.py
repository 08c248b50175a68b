"""./space sets up its own programs in a checkout of its own, and says what it lacks."""

import base64
import hashlib
import importlib.machinery
import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from space.command.asking import CHECKOUT

STUB = "import sys\nprint('handed over', sys.prefix, *sys.argv[1:])\n"


def make_wheel(folder, name="tiny"):
    """The smallest wheel there can be, so that no network is needed; gives its hash."""
    wheel = folder / f"{name}-1-py3-none-any.whl"
    info = f"{name}-1.dist-info"
    texts = {
        f"{name}.py": "",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},sha256={digest(text)},{len(text)}\n" for path, text in texts.items())
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in {**texts, f"{info}/RECORD": record}.items():
            archive.writestr(path, text)
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def digest(text):
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


@pytest.fixture
def checkout(tmp_path):
    """A copy of what ./space needs, whose lock asks for one package that lies beside it."""
    copy = tmp_path / "checkout"
    (copy / "src" / "space" / "command" / "verbs").mkdir(parents=True)
    (copy / "requirements").mkdir()
    shutil.copy(CHECKOUT / "space", copy / "space")
    (copy / "src" / "space" / "command" / "__main__.py").write_text(STUB)
    for verb in ("demo", "test"):
        (copy / "src" / "space" / "command" / "verbs" / f"{verb}.py").touch()
    lock = f"tiny==1 --hash=sha256:{make_wheel(tmp_path)}\n"
    (copy / "requirements" / "lock.txt").write_text(lock)
    (copy / "requirements" / "dev.txt").write_text(lock)
    return copy


def space(checkout, *words, **more):
    bare = {"PATH": os.environ["PATH"], "HOME": str(checkout), "PIP_NO_INDEX": "1", "UV_NO_INDEX": "1"}
    there = {"PIP_FIND_LINKS": str(checkout.parent), "UV_FIND_LINKS": str(checkout.parent)}
    command = [sys.executable, str(checkout / "space"), *words]
    return subprocess.run(command, env=bare | there | more, capture_output=True, text=True, timeout=120)


def test_the_first_start_sets_up_and_hands_over_and_the_second_only_hands_over(checkout):
    first = space(checkout, "demo", "--port", "8001")
    assert "Setting up" in first.stdout, first.stderr
    assert f"handed over {checkout}/.venv demo --port 8001" in first.stdout

    second = space(checkout, "demo")
    assert second.stdout == f"handed over {checkout}/.venv demo\n"


def test_a_set_up_that_was_cut_short_is_done_afresh(checkout):
    space(checkout, "demo")
    (checkout / ".venv" / "space-is-setting-up").touch()
    (checkout / ".venv" / "left-over").touch()
    assert "Setting up" in space(checkout, "demo").stdout
    assert not (checkout / ".venv" / "left-over").exists()


def test_a_new_lock_is_followed(checkout):
    space(checkout, "demo")
    with (checkout / "requirements" / "lock.txt").open("a") as lock:
        lock.write(f"other==1 --hash=sha256:{make_wheel(checkout.parent, 'other')}\n")
    assert "Setting up" in space(checkout, "demo").stdout
    assert list(checkout.glob(".venv/lib/*/site-packages/other.py"))


def test_two_checkouts_that_share_a_folder_set_it_up_once(checkout, tmp_path):
    other, shared = tmp_path / "other", str(tmp_path / "shared")
    shutil.copytree(checkout, other)
    with ThreadPoolExecutor() as both:
        said = list(both.map(lambda one: space(one, "demo", SPACE_VENV=shared).stdout, (checkout, other)))
    assert sum("Setting up" in out for out in said) == 1
    assert all(f"handed over {shared} demo" in out for out in said)


def test_what_tests_need_is_enough_to_run(checkout):
    assert "Setting up" in space(checkout, "test").stdout
    assert "Setting up" not in space(checkout, "demo").stdout


def test_a_package_that_is_not_the_locked_one_is_refused(checkout):
    lock = checkout / "requirements" / "lock.txt"
    lock.write_text("tiny==1 --hash=sha256:" + "0" * 64 + "\n")
    refused = space(checkout, "demo")
    assert refused.returncode == 1
    assert "not the one that was locked" in refused.stderr
    assert "handed over" not in refused.stdout


def test_a_folder_that_cannot_be_written_to_is_named_with_the_way_out(checkout):
    refused = space(checkout, "demo", SPACE_VENV="/proc/nowhere/venv")
    assert refused.returncode == 1
    assert "/proc/nowhere/venv cannot be made" in refused.stderr
    assert "SPACE_VENV=" in refused.stderr


@pytest.mark.parametrize("words", [["help"], [], ["demo", "--help"], ["nonsense"]])
def test_help_needs_no_set_up(checkout, words):
    assert "Setting up" not in space(checkout, *words).stdout
    assert not (checkout / ".venv").exists()


def load():
    loader = importlib.machinery.SourceFileLoader("the_command", str(CHECKOUT / "space"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("the_command", loader))
    loader.exec_module(module)
    return module


def test_an_old_python_is_told_what_is_wanted(monkeypatch, capsys):
    command = load()
    monkeypatch.setattr(command.sys, "version_info", (3, 9, 1))
    monkeypatch.setattr(command.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit):
        command.use_a_python_that_is_new_enough()
    assert "needs Python 3.11 or later, and this is 3.9" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "helps"),
    [
        ("Temporary failure in name resolution", "is this machine connected"),
        ("No space left on device", "disk is full"),
        ("ensurepip is not available", "python3-venv"),
    ],
)
def test_each_failure_says_what_may_help(said, helps):
    assert helps in load().what_may_help(said)

"""One command serves, and what it serves comes back after anything is killed."""

import os
import signal
import socket
import sys

import pytest

from tests.command.running import Running, run, wait_until

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes in /proc"),
    pytest.mark.xdist_group("server"),
]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    server = Running(tmp_path_factory.mktemp("served") / "data").start()
    yield server
    server.end()


def test_a_second_server_on_the_same_folder_refuses_and_says_who_has_it(served):
    second = run("serve", "--data", str(served.folder), "--port", "1")
    assert second.returncode == 1
    assert f"process {served.process.pid}" in second.stderr
    assert f"http://localhost:{served.port}" in second.stderr


def test_a_busy_port_is_named_with_the_way_out(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = run("serve", "--data", str(tmp_path / "data"), "--port", str(port))
    assert refused.returncode == 1
    assert f"Port {port} is in use" in refused.stderr
    assert f"./space serve --port {port + 1}" in refused.stderr or "--port" in refused.stderr


def test_other_commands_join_the_running_database(served):
    question = "from django.db import connection; print(connection.introspection.table_names()[:1])"
    joined = run("manage", "shell", "--no-imports", "-c", question, "--data", str(served.folder))
    assert "account_emailaddress" in joined.stdout, joined.stderr
    assert served.answers()


def test_a_backup_of_a_running_server_is_proven_and_comes_back_row_by_row(served, tmp_path):
    saved = run("backup", str(tmp_path / "b.tar"), "--data", str(served.folder))
    assert saved.returncode == 0, saved.stderr

    elsewhere = tmp_path / "elsewhere"
    back = run("restore", str(tmp_path / "b.tar"), "--data", str(elsewhere))
    assert back.returncode == 0, back.stderr
    again = run("restore", str(tmp_path / "b.tar"), "--data", str(elsewhere))
    assert again.returncode == 1
    assert "--force" in again.stderr


def test_a_restore_does_not_touch_a_folder_that_is_being_served(served, tmp_path):
    run("backup", str(tmp_path / "b.tar"), "--unproven", "--data", str(served.folder))
    refused = run("restore", str(tmp_path / "b.tar"), "--force", "--data", str(served.folder))
    assert refused.returncode == 1
    assert "already runs" in refused.stderr


@pytest.mark.parametrize("part", ["web --supervised", "worker --supervised", "keeper", "bin/postgres"])
def test_a_killed_part_comes_back(served, part):
    killed = served.pid_of(part)
    os.kill(killed, signal.SIGKILL)

    wait_until(lambda: killed not in served.pids_of(part), seconds=90, why=served.said)
    wait_until(lambda: served.pids_of(part) and served.is_steady(), seconds=180, why=served.said)


def test_kill_9_and_ctrl_c_leave_no_process_and_the_next_start_recovers(served):
    served.end(signal.SIGKILL)
    wait_until(lambda: not served.processes(), seconds=120)

    served.start()
    assert served.end(signal.SIGTERM) == 0

    served.start()
    os.killpg(served.process.pid, signal.SIGINT)
    assert served.process.wait(120) == 0
    assert served.processes() == {}

    served.start()

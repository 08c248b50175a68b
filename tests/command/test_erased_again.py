"""Who was erased after a back-up was made is not brought back by it."""

from tests.command.running import run

MAKE = "from space.accounts.models import User; User.objects.create(name='Amina@local', about='I was here')"
ERASE = """
from datetime import timedelta
from space.accounts.models import User
from space.accounts.personal import Way
from space.kit import clock
from space.privacy.actions import erase_some, leave
farewell = leave(User.objects.get(name='Amina@local'), Way.NAME)
with clock.at(farewell.due_at + timedelta(hours=1)):
    assert erase_some(farewell.pk)
"""
LOOK = "from space.accounts.models import User; print([(one.name, one.about) for one in User.objects.order_by('pk')])"


def test_a_restored_back_up_does_not_bring_an_erased_person_back(tmp_path):
    data, saved = str(tmp_path / "data"), str(tmp_path / "saved.tar")

    def does(*words):
        done = run(words[0], "--data", data, *words[1:])
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    does("manage", "migrate", "--no-input", "-v", "0")
    does("manage", "shell", "-v", "0", "-c", MAKE)
    does("backup", saved, "--unproven")
    does("manage", "shell", "-v", "0", "-c", ERASE)

    assert "erased again" in does("restore", saved, "--force")
    left = does("manage", "shell", "-v", "0", "-c", LOOK)
    assert "Former member" in left
    assert "Amina" not in left
    assert "I was here" not in left

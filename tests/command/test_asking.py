"""Every verb explains itself, and what is typed wrong is answered with a way out."""

import pytest

from space.command.checks import budgets
from space.command.home import Home, home_of
from space.command.verbs import VERBS, parser_of, run


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_help(verb, capsys):
    parser_of(verb).print_help()
    said = capsys.readouterr().out
    assert f"./space {verb}" in said
    assert "--" in said or verb == "help"


def test_a_verb_that_there_is_not_shows_those_that_there_are(capsys):
    assert run(["sreve"]) == 2
    said = capsys.readouterr().out
    assert "There is no ./space sreve" in said
    assert all(verb in said for verb in VERBS)


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "8000.5"])
def test_a_port_that_is_none_is_refused(port, capsys):
    with pytest.raises(SystemExit):
        parser_of("web").parse_args(["--port", port])
    assert "from 1 to 65535" in capsys.readouterr().err


def test_the_folder_that_is_named_is_the_one_that_is_used(tmp_path):
    assert home_of(str(tmp_path)).folder == tmp_path


def test_one_server_holds_a_folder_and_lets_go_of_it(tmp_path):
    home = Home(tmp_path)
    home.become_server("http://localhost:1")
    assert Home(tmp_path).has_server
    assert Home(tmp_path).server()["address"] == "http://localhost:1"


@pytest.mark.parametrize(
    ("name", "lines", "found"),
    [
        ("src/space/a/models.py", 300, False),
        ("src/space/a/models.py", 301, True),
        ("src/space/a/tests/test_a.py", 400, False),
        ("src/space/a/templates/a/_row.html", 61, True),
        ("src/space/a/templates/a/page.html", 61, False),
        ("src/space/web/static/web/space.css", 9000, False),
        ("frontend/css/base.css", 201, True),
    ],
)
def test_a_file_beyond_its_wall_is_found(tmp_path, name, lines, found):
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    file.write_text("x\n" * lines)
    assert bool(list(budgets.overruns(tmp_path))) is found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"<p>{'x' * 133}</p>", False),
        (f"<p>{'x' * 134}</p>", True),
        (f'  {{% translate "{"x" * 140}" %}}', False),
        (f'  {{% translate "{"x" * 141}" %}}', True),
        (f'<p>{{% translate "{"x" * 130}" %}}</p>', True),
        (f'{{% if a %}}{{% translate "{"x" * 120}" %}}{{% endif %}}', True),
    ],
)
def test_a_line_of_a_template_beyond_its_wall_is_found(tmp_path, line, found):
    page = tmp_path / "src" / "page.html"
    page.parent.mkdir()
    page.write_text(f"<b>\n{line}\n")
    said = list(budgets.overruns(tmp_path))
    assert [told.split(" has ")[0] for told in said] == (["src/page.html:2"] if found else [])

"""The rules of the house, held by tests. Each was seen to fail when it was broken on purpose."""

import re

from tests.architecture.sources import layers, places_saying, templates

RULES_AND_ROLES = ("permissions.py", "readers.py")


def test_rows_that_can_be_private_are_reached_only_through_what_the_reader_may_see():
    unsafe = r"\.for_actions\(|_default_manager|_base_manager|get_object_or_404\((Topic|Post|Group|Category|Upload),"
    assert places_saying(unsafe, outside=("models.py", "models", "actions.py", "actions", "seeing.py")) == []


def test_only_actions_write():
    writing = (
        r"\.save\(|\.bulk_create\(|\.bulk_update\(|\.objects\.create\(|\.get_or_create\(|\.update_or_create\("
    )
    writers = (
        "actions.py",
        "actions",
        "models.py",
        "models",
        "adapter.py",
        "erasing.py",
        "sessions.py",
        "tasks.py",
        "addresses.py",
        # Writes picture files, no rows.
        "pictures.py",
    )
    elsewhere = places_saying(
        writing, outside=(*writers, "migrations", "command", "demo", "languages", "markup")
    )
    assert [place for place in elsewhere if "form.save(" not in place and "storage" not in place] == []


def test_ballots_are_read_where_votes_are_counted_and_nowhere_else():
    """A secret poll is as secret as the least careful query. What names people is asked for open polls alone."""
    readers = {
        place.split(":")[0]
        for place in places_saying(r"\b(Ballot|Choice)\.objects|ballots\b.*\.(all|filter|get)\(")
    }
    assert readers == {
        "discuss/actions/voting.py",
        "discuss/polls/finding.py",
        "discuss/polls/results.py",
        "discuss/polls/votes.py",
    }


def test_only_rules_decide_who_may_do_what():
    assert places_saying(r"\.is_staff|\.is_superuser|\.has_perm\(") == []
    asked = places_saying(r"reader\.is_moderator|reader\.is_administrator", outside=RULES_AND_ROLES)
    assert asked == []


def test_time_is_asked_of_the_one_clock_where_things_are_written():
    assert (
        places_saying(r"timezone\.now\(\)", outside=("clock.py", "sessions.py", "command", "tasks.py")) == []
    )


def test_templates_know_no_app_above_their_own():
    floors = layers()
    upwards = []
    for app, file in templates():
        known = set(floors[floors.index(app) :]) if app in floors else set(floors)
        named = re.findall(r"""{%\s*(?:include|extends)\s+["'](\w+)/""", file.read_text())
        named += re.findall(r"""{%\s*url\s+["'](\w+):""", file.read_text())
        upwards += [
            f"{app}/{file.name} names {other}" for other in named if other in floors and other not in known
        ]
    assert upwards == []


def test_pages_hold_no_inline_style_script_or_handler():
    wrong = []
    for app, file in templates():
        text = re.sub(r"{[%{].*?[%}]}", "", file.read_text(), flags=re.DOTALL)
        if re.search(r"\sstyle=|<style|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", text):
            wrong.append(f"{app}/{file.name}")
    assert wrong == []


def test_every_sentence_in_a_template_carries_a_context():
    sentence = re.compile(r"{%\s*(?:translate|trans|blocktranslate|blocktrans)\b[^%]*%}")
    bare = []
    for app, file in templates():
        bare += [
            f"{app}/{file.name}: {tag}" for tag in sentence.findall(file.read_text()) if "context" not in tag
        ]
    assert bare == []


def test_every_sentence_in_python_carries_a_context():
    plain = r"\b(?:gettext|gettext_lazy|ngettext|ngettext_lazy)\("
    assert places_saying(plain, outside=("command",)) == []


def test_no_sentence_stands_inside_of_an_f_string_where_translators_never_get_it():
    assert places_saying(r"\{n?pgettext(_lazy)?\(") == []


def test_every_partial_says_what_it_needs():
    silent = [
        f"{app}/{file.name}"
        for app, file in templates()
        if file.name.startswith("_") and not file.read_text().startswith("{#")
    ]
    assert silent == []


def test_a_partial_with_a_form_is_given_the_token():
    forms = {f"{app}/{file.name}" for app, file in templates() if "{% csrf_token %}" in file.read_text()}
    without = []
    for app, file in templates():
        for tag, name in re.findall(r"""({%\s*include\s+"([^"]+)"[^%]*only\s*%})""", file.read_text()):
            if name in forms and "csrf_token=csrf_token" not in tag:
                without.append(f"{app}/{file.name} includes {name}")
    assert without == []


def test_the_csp_allows_nothing_inline(settings):
    assert "unsafe" not in settings.CONTENT_SECURITY_POLICY

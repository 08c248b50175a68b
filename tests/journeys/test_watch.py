"""The watch over all journeys is awake: it sees a broken policy, a failing script and a stranger who is asked."""

import pytest

STYLE = "document.body.setAttribute('style', 'color: red')"
SCRIPT = "setTimeout(() => { throw new Error('broken') })"
STRANGER = "fetch('https://stranger.invalid/').catch(() => 0)"


@pytest.mark.parametrize(
    ("deed", "seen"),
    [(STYLE, "Content Security Policy"), (SCRIPT, "script: broken"), (STRANGER, "stranger.invalid")],
    ids=["a style", "a script", "a stranger"],
)
def test_a_fault_on_a_page_is_seen(as_, watch, topic, deed, seen):
    page = as_()
    page.goto("/")
    assert watch.faults == []
    page.evaluate(deed)
    for _ in range(100):
        if any(seen in fault for fault in watch.faults):
            break
        # The browser tells in its own time; waiting here lets it.
        page.wait_for_timeout(100)
    assert any(seen in fault for fault in watch.faults), watch.faults
    watch.faults.clear()

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from space.archives.mail.threads import WINDOW, Node, threads_of
from space.archives.mailman.plan import find_messages
from space.archives.mailman.report import Report
from space.archives.tests.reading_samples import SAMPLES, patient
from space.kit.progress import Progress

START = datetime(2004, 3, 1, tzinfo=UTC)


def node(name: str, hours: float = 0, **more: object) -> Node:
    return Node(key=name, date=START + timedelta(hours=hours), message=name, **more)


def names(threads: list[list[Node]]) -> set[tuple[str, ...]]:
    return {tuple(one.key for one in thread) for thread in threads}


def threads_in(*files: str) -> list[list[str]]:
    with open("/dev/null", "w") as nothing:
        found = find_messages([SAMPLES / name for name in files], Report(), Progress(nothing))
    subjects = {one.key: one.heading for one in found}
    threads = threads_of(one.node() for one in found)
    return [[subjects[one.key].place.number for one in thread] for thread in threads]


def test_the_seed_list_has_its_threads_across_files():
    threads = threads_in("seedlist-2004-March.txt", "seedlist-2004-April.txt")
    # Beans with the answer that lost its references, the copy, and April's thanks; frost shares an id with a swap.
    assert sorted(map(len, threads)) == [1, 4, 5]


def test_two_answers_to_a_message_that_is_missing_are_one_thread():
    both = [node("a", 1, references=("gone",)), node("b", 2, references=("gone",))]
    assert names(threads_of(both)) == {("a", "b")}


def test_a_thread_is_in_the_order_of_its_dates_and_knows_its_parents():
    (thread,) = threads_of([node("c", 3, references=("a", "b")), node("a"), node("b", 2, hints=("a",))])
    assert [one.key for one in thread] == ["a", "b", "c"]
    assert [one.parent.key if one.parent else "" for one in thread] == ["", "a", "b"]


def test_messages_that_answer_themselves_or_each_other_do_no_harm():
    circle = [
        node("a", 0, references=("b",)),
        node("b", 1, references=("a",)),
        node("c", 2, references=("c",)),
    ]
    assert names(threads_of(circle)) == {("a", "b"), ("c",)}


def test_an_answer_without_references_finds_its_subject_for_a_while():
    late = WINDOW.total_seconds() / 3600 + 2
    given_nodes = [
        node("first", 0, subject="beans"),
        node("soon", 1, subject="beans", is_answer=True),
        node("other", 2, subject="beans"),
        node("late", late + 2, subject="beans", is_answer=True),
    ]
    assert names(threads_of(given_nodes)) == {("first", "soon"), ("other",), ("late",)}


def test_where_an_archive_lost_its_marks_an_equal_subject_is_enough():
    answers = [node(f"{n}", n, references=("root",), subject="other") for n in range(30)]
    alike = [node("a", 40, subject="beans"), node("b", 41, subject="beans")]
    assert ("a", "b") in names(threads_of([*answers, *alike]))


def test_an_address_in_in_reply_to_joins_nobody():
    both = [node("a", 1, hints=("nomsa@garden.example",)), node("b", 2, hints=("nomsa@garden.example",))]
    assert names(threads_of(both)) == {("a",), ("b",)}


def test_topics_that_exist_are_never_merged():
    threads = threads_of(
        [node("x", 0, topic=1), node("y", 1, topic=2), node("new", 2, references=("x", "y"))]
    )
    assert names(threads) == {("x",), ("y", "new")}
    assert {one.topic for thread in threads for one in thread if one.key == "new"} == {2}


_NAMES = st.sampled_from("abcdefgh")


@patient
@given(
    st.lists(
        st.builds(
            lambda name, hours, references, hints, subject: Node(
                name, START + timedelta(hours=hours), name[0], tuple(references), tuple(hints), subject, True
            ),
            st.text("abcdefgh0123456789", min_size=1, max_size=4),
            st.integers(0, 3),
            st.lists(_NAMES, max_size=4),
            st.lists(_NAMES, max_size=2),
            st.sampled_from(["", "x", "y"]),
        ),
        unique_by=lambda one: one.key,
        max_size=12,
    )
)
def test_every_message_is_in_exactly_one_thread_and_no_parent_is_its_own_ancestor(nodes):
    threads = threads_of(nodes)
    assert sorted(one.key for thread in threads for one in thread) == sorted(one.key for one in nodes)
    for thread in threads:
        for one in thread:
            seen, above = {one.key}, one.parent
            while above is not None:
                assert above.key not in seen
                seen.add(above.key)
                above = above.parent

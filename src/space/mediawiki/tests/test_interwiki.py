import pytest

from space.mediawiki import is_wikimedia, resolve, task


@pytest.fixture(autouse=True)
def _home_is_meta(settings):
    settings.HOME_WIKI = "https://meta.wikimedia.org/wiki/$1"


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("w:fr:Cameroun", "https://fr.wikipedia.org/wiki/Cameroun"),
        (":fr:Cameroun", "https://fr.wikipedia.org/wiki/Cameroun"),
        ("fr:Cameroun", "https://fr.wikipedia.org/wiki/Cameroun"),
        ("w:Cameroon", "https://en.wikipedia.org/wiki/Cameroon"),
        ("wikt:pa:ਪਾਣੀ", "https://pa.wiktionary.org/wiki/%E0%A8%AA%E0%A8%BE%E0%A8%A3%E0%A9%80"),
        ("fr:wikt:eau", "https://fr.wiktionary.org/wiki/eau"),
        ("phab:T123", "https://phabricator.wikimedia.org/T123"),
        ("c:File:X.jpg", "https://commons.wikimedia.org/wiki/File:X.jpg"),
        ("C:file:X y.jpg", "https://commons.wikimedia.org/wiki/File:X_y.jpg"),
        ("m:User:X", "https://meta.wikimedia.org/wiki/User:X"),
        ("User:Amina", "https://meta.wikimedia.org/wiki/User:Amina"),
        ("Special:Diff/123", "https://meta.wikimedia.org/wiki/Special:Diff/123"),
        ("d:Q42", "https://www.wikidata.org/wiki/Q42"),
        ("toolforge:x", "https://iw.toolforge.org/x"),
        ("mail:wikimedia-l", "https://lists.wikimedia.org/postorius/lists/wikimedia-l.lists.wikimedia.org/"),
        ("nb:Oslo", "https://no.wikipedia.org/wiki/Oslo"),
        ("w:be-x-old:Менск", "https://be-tarask.wikipedia.org/wiki/%D0%9C%D0%B5%D0%BD%D1%81%D0%BA"),
        ("w:fr:", "https://fr.wikipedia.org/wiki/"),
    ],
)
def test_a_link_leads_where_the_wikis_would_lead_it(target, url):
    assert resolve(target).url == url


@pytest.mark.parametrize(
    "target", ["W : FR : un_peu  de tout", "w:fr:un peu de tout", " :w:fr:Un_peu_de_tout "]
)
def test_case_spaces_and_underscores_do_not_matter(target):
    assert resolve(target).url == "https://fr.wikipedia.org/wiki/Un_peu_de_tout"


def test_a_projects_own_name_is_a_namespace_there():
    assert resolve("w:Wikipedia:Teahouse").url == "https://en.wikipedia.org/wiki/Wikipedia:Teahouse"
    assert resolve("Meta:Babel").url == "https://meta.wikimedia.org/wiki/Meta:Babel"


def test_a_section_stays_with_its_page():
    link = resolve("m:Grants#How to apply?")
    assert link.url == "https://meta.wikimedia.org/wiki/Grants#How_to_apply?"
    assert link.text == "m:Grants#How to apply?"
    assert link.title == "Grants"


def test_an_unknown_prefix_is_part_of_the_title():
    assert resolve("Grants:IdeaLab").url == "https://meta.wikimedia.org/wiki/Grants:IdeaLab"


def test_signs_that_mean_something_in_addresses_are_escaped():
    assert resolve('w:What? & "why"').url == "https://en.wikipedia.org/wiki/What%3F_%26_%22why%22"
    assert resolve("quarry:x&y=1?z").url.startswith("https://quarry.wmcloud.org/x%26y%3D1%3Fz")


@pytest.mark.parametrize(
    "target",
    [
        "", " ", ":", "#History", "::a", "a<b>", "{{x}}", "a|b", "a[b]", "9%41", "a&amp;b", "~~~~", "..",
        "../x", "a/./b", "w:fr::x", "x" * 256, "é" * 128, "a\x00b", "a\nb", "x" * 100_000, "w:" * 400,
        "\ud800",
    ],
)  # fmt: skip
def test_what_is_no_title_is_no_link(target):
    assert resolve(target) is None


def test_no_target_leaves_the_web():
    for target in [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example/x",
        "https://evil.example",
        "w:fr:javascript:x",
    ]:
        link = resolve(target)
        assert link is None or link.url.startswith(
            ("https://meta.wikimedia.org/wiki/", "https://fr.wikipedia.org/wiki/")
        )


def test_every_prefix_leads_to_an_address():
    from space.mediawiki.interwiki import _prefixes

    assert len(_prefixes()) > 500
    for prefix in _prefixes():
        assert resolve(f"{prefix}:X").url.startswith(("https://", "http://")), prefix


def test_a_task_number_is_a_task():
    assert task(42) == "https://phabricator.wikimedia.org/T42"


def test_the_movements_own_sites_are_known():
    assert is_wikimedia("fr.wikipedia.org")
    assert is_wikimedia("translatewiki.net")
    assert not is_wikimedia("wikipedia.org.evil.example")
    assert not is_wikimedia("evilwikipedia.org")

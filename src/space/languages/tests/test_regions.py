from django.utils.translation import override

from space.languages import find_region, region_name, regions, regions_like


def test_a_region_is_found_by_its_name_in_the_language_of_the_page_in_english_and_by_its_code():
    with override("fr"):
        assert region_name("CM") == "Cameroun"
        assert [find_region(typed) for typed in ("cameroun", "Cameroon", "cm", "côte d'ivoire", "world")] == [
            "CM",
            "CM",
            "CM",
            "CI",
            "world",
        ]
    with override("ar"):
        assert find_region("الكاميرون") == "CM"
    assert find_region("Atlantis") == ""


def test_what_begins_as_one_types_is_offered_before_what_has_a_word_that_does():
    with override("en"):
        assert [code for code, _ in regions_like("guinea", 3)] == ["GN", "GW", "GQ"]
        assert regions()[0][0] == "world"
        assert len(regions()) == 251

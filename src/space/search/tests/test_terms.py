"""What is asked of the index for the words of a question."""

from space.accounts.readers import NOBODY, Reader
from space.search.asking import Question
from space.search.asking.terms import Term, languages_of, terms_of


def test_a_rare_word_is_asked_in_all_its_forms_and_as_a_beginning():
    (term,) = terms_of(Question(words=("harbours",), languages=("en",)), NOBODY).weighed
    assert term.forms[:2] == ("harbours", "=harbour")
    assert term.begins == "harbours"
    assert term.shortened({"harbours": 3}) == term


def test_of_a_common_word_its_stem_is_enough_where_it_stands_in_as_many_texts():
    term = Term(("the", "=the"), begins="the")

    assert term.shortened({"the": 900, "=the": 900}) == Term(("=the",))
    assert term.shortened({"the": 900, "=the": 700}) == Term(("the", "=the"))


def test_of_very_many_words_with_a_beginning_the_most_frequent_are_asked():
    term = Term(("can", "=can"), begins="can")
    few, many = {"can*": 900, "canal": 900}, {"can*": 9000, "canal": 5000, "candle": 3000, "lamp": 1}

    assert "'can':*" in term.shortened(few).query
    assert term.shortened(many).query == "('can' | '=can' | 'canal' | 'candle')"
    assert "'^can':*" in term.shortened(many).in_title


def test_what_is_demanded_is_shortened_with_it():
    terms = terms_of(Question(words=("the", "harbours")), NOBODY)
    short = terms.shortened({"the": 900, "=the": 900})

    assert short.demanded[0] == "'=the'"
    assert short.demanded[1:] == terms.demanded[1:]
    assert short.demanded_in_title[0] == "'^=the'"


def test_pairs_of_a_run_are_not_taken_for_words_and_words_of_a_phrase_not_for_pairs():
    asked = Question(words=("图书馆",), phrases=("old mill", "旧报纸"))
    told = {term.forms[0]: term.is_pair for term in terms_of(asked, NOBODY).weighed}
    assert told == {"图书": True, "书馆": True, "old": False, "mill": False, "旧报": True, "报纸": True}


def test_a_short_question_may_be_in_the_languages_of_its_reader():
    told = languages_of(Question(words=("museo",)), Reader(pk=1, languages=("es", "fr"), language="en"))
    assert {"es", "fr"} <= set(told)

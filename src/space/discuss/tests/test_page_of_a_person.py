from space.discuss.actions import start_topic, write_reply


def test_the_page_of_a_person_shows_where_they_wrote(client, lena, amina, topic):
    write_reply(topic, by=amina, text="I was here too, and I liked it.")

    assert topic.title in client.get(amina.get_absolute_url()).content.decode()


def test_what_was_written_in_a_closed_group_stands_on_no_page_of_a_person(client, hideout, kofi, lena):
    secret = start_topic(hideout, by=kofi, title="Where we really meet", text="Behind the mill.")

    client.force_login(lena)
    assert secret.title not in client.get(kofi.get_absolute_url()).content.decode()
    client.force_login(kofi)
    assert secret.title in client.get(kofi.get_absolute_url()).content.decode()

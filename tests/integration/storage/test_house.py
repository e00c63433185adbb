"""Single facts about an installation."""

from themewatch.storage.house import find_fact, keep_fact


def test_a_fact_nobody_kept_is_not_there(session):
    assert find_fact(session, "banner") is None


def test_a_fact_kept_again_replaces_what_was_kept(session):
    keep_fact(session, "banner", "shown")
    keep_fact(session, "banner", "dismissed")
    keep_fact(session, "other", "")
    assert find_fact(session, "banner") == "dismissed"
    assert find_fact(session, "other") == ""

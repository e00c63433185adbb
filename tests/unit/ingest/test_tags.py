"""Tags of documents that may be damaged."""

from hypothesis import given
from hypothesis import strategies as st

from themewatch.ingest.tags import tags_in


def attributes_of(text):
    return [dict(tag.attributes) for tag in tags_in(text, ["a"])]


def test_attributes_are_read_in_every_way_of_writing():
    tag = "<A one='1' TWO = \"2 > 1\" three=3 four five='&amp;&#39;' one=again>six=6"
    assert attributes_of(tag) == [
        {"one": "1", "two": "2 > 1", "three": "3", "five": "&'"}
    ]


def test_lines_are_counted_over_comments_too():
    text = "\n<!-- \n<a>\n --><a>\n<b><a\n>"
    assert [tag.line for tag in tags_in(text, ["a"])] == [4, 5]


def test_names_are_whole():
    assert attributes_of("<abbr x=1><a-b x=2></a x=3>") == []


def test_a_tag_that_is_never_closed_ends_at_the_next():
    assert attributes_of("<a x='1' y='<a x=2 z=\"") == [{"x": "1"}, {"x": "2"}]


def test_a_comment_that_is_never_closed_hides_the_rest():
    assert attributes_of("<a x=1><!-- <a x=2>") == [{"x": "1"}]


@given(st.text(alphabet="<>!-'\"=/a b\n&;["))
def test_no_text_whatever_makes_it_raise(text):
    attributes_of(text)

"""Journal: whose it is, where nobody has said yet."""

from tests.app.journal_in_app import open_journal
from tests.app.visitor import Visitor


def test_whoever_says_their_name_on_the_page_goes_on_to_a_month(
    visitor: Visitor,
) -> None:
    open_journal(visitor).app.text_input(key="journal_person").input("Ann")
    visitor.press("Go on")
    assert visitor.app.text_input(key="tester_name").value == "Ann"
    assert "Say whose it is." not in visitor.text
    assert "What costs you most retries?" in visitor.text

"""`themewatch claims`, as a person and as another program use it."""

import json

import pytest

from tests.factories import a_claim, a_note, a_release, an_override
from tests.homes import settings_of
from themewatch.cli import main
from themewatch.domain.claim import Outcome
from themewatch.domain.stage import Stage
from themewatch.resources import read_csv
from themewatch.services.house import open_house
from themewatch.services.log import log_records

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def some_evidence(home):
    """Log six claims of one vendor, five of them tested and one overruled."""
    house = open_house(settings_of(home), reference=False)
    claims = [a_claim(id=f"c{n}", claimed_stage=Stage.MATURE) for n in range(5)]
    other = a_claim(id="other", theme="longer-video", signal=None)
    note = a_note(release="acme-vision-1", tool=None, tries=6, acceptable=3)
    word = an_override(id="o1", claim="c0", outcome=Outcome.HOLDS_UP)
    with house.writing() as session:
        log_records(session, [a_release(), *claims, other, note, word])
    house.close()


def answer(capsys, *options):
    assert main(["claims", *options]) == 0
    return capsys.readouterr().out


def documents(capsys, *options):
    return json.loads(answer(capsys, *options, "--format", "json"))


def test_at_first_every_shipped_claim_is_untested(capsys):
    shipped = len(read_csv("claims.csv"))
    first = answer(capsys).splitlines()[0]
    assert first == f"{shipped} claims, all untested."
    assert len(documents(capsys)["claims"]) == shipped


@pytest.mark.usefixtures("some_evidence")
class TestWithEvidence:
    def test_text_tells_each_with_what_became_of_it(self, capsys):
        said = answer(capsys)
        assert said.startswith("6 claims: 1 untested, 1 holds up, 4 do not hold up")
        assert "overruled by Ben Reviewer: holds up" in said

    @pytest.mark.parametrize(
        ("options", "found"),
        [
            (["--theme", "longer-video"], {"other"}),
            (["--outcome", "untested"], {"other"}),
            (["--outcome", "holds-up"], {"c0"}),
            (["--vendor", "Acme", "--outcome", "holds-up"], {"c0"}),
            (["--vendor", "ACME", "--outcome", "holds-up"], {"c0"}),
            (["--theme", "lower-cost"], set()),
        ],
    )
    def test_an_option_leaves_out_what_does_not_fit(self, capsys, options, found):
        claims = documents(capsys, *options)["claims"]
        assert {claim["claim"] for claim in claims} == found

    def test_a_vendor_has_a_verdict_from_five_tested_claims_on(self, capsys):
        [vendor] = documents(capsys, "--vendors")["vendors"]
        assert (vendor["vendor"], vendor["claims"]) == ("Acme", 6)
        assert (vendor["tested"], vendor["has_verdict"]) == (5, True)
        assert 0 < vendor["low"] < vendor["lead"] < vendor["high"]
        assert answer(capsys, "--vendors").startswith("Acme   about a stage")

    def test_within_a_theme_a_vendor_is_told_by_its_claims_there(self, capsys):
        [vendor] = documents(capsys, "--vendors", "--theme", "longer-video")["vendors"]
        assert (vendor["claims"], vendor["tested"]) == (1, 0)
        assert vendor["lead"] is None


def test_an_unknown_vendor_is_said_in_a_sentence(capsys):
    assert main(["claims", "--vendor", "Nobody"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith(
        "No release here is of a vendor 'Nobody': `themewatch claims --vendors` names "
        "those there are.\n"
    )


def test_a_vendor_is_not_judged_by_claims_chosen_for_their_outcome(capsys):
    assert main(["claims", "--vendors", "--outcome", "partly"]) == 1
    assert "leave --outcome or --vendors out" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--theme", "--outcome", "--format"])
def test_what_no_option_can_be_is_refused_with_what_it_can(capsys, option):
    with pytest.raises(SystemExit) as stopped:
        main(["claims", option, "nope"])
    assert stopped.value.code == 2
    assert "choose from" in capsys.readouterr().err

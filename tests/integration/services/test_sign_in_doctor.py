"""What the doctor finds out about sign-in, from a provider on this machine."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.arrivals import HOW, an_arrival
from tests.factories import NOW
from tests.homes import settings_of
from themewatch.services.doctor import examine
from themewatch.services.house import open_house
from themewatch.services.sign_in_doctor import examine_sign_in
from themewatch.services.signing_in import sign_in

METADATA = "/.well-known/openid-configuration"


@contextmanager
def a_provider(body=None, status=200, at=NOW, **said) -> Iterator[str]:
    """Yield the address of a provider that describes itself so."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here = f"http://127.0.0.1:{self.server.server_port}"
            usual = {"issuer": here, "authorization_endpoint": f"{here}/authorize"}
            found = body or json.dumps(usual | said).encode()
            is_metadata = self.path == METADATA
            self.send_response_only(status if is_metadata else 200)
            self.send_header("Date", format_datetime(at, usegmt=True))
            self.send_header("Content-Length", str(len(found)))
            self.end_headers()
            self.wfile.write(found)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def settings(home):
    return replace(settings_of(home), sign_in=HOW)


def found(settings, issuer, **changes):
    changes = {"public_url": issuer} | changes
    how = replace(settings.sign_in, issuer=issuer, **changes)
    return list(examine_sign_in(replace(settings, sign_in=how), NOW))


def wrong(settings, issuer, **changes) -> str:
    [sentence] = [
        finding.sentence
        for finding in found(settings, issuer, **changes)
        if finding.is_wrong
    ]
    return sentence


def test_where_all_is_well_nothing_is_wrong(settings):
    with a_provider() as issuer:
        findings = found(settings, issuer)
    assert not any(finding.is_wrong for finding in findings)
    said = " ".join(finding.sentence for finding in findings)
    assert f"{issuer}/oauth2callback" in said
    assert "agrees with ours to 0 s" in said


def test_the_issuer_may_be_given_as_where_it_describes_itself(settings):
    with a_provider() as issuer:
        how = replace(settings.sign_in, issuer=issuer + METADATA, public_url=issuer)
        findings = list(examine_sign_in(replace(settings, sign_in=how), NOW))
    assert not any(finding.is_wrong for finding in findings)


def test_a_provider_that_calls_itself_otherwise_is_named(settings):
    with a_provider(issuer="https://id.example.org/realms/other") as issuer:
        assert "calls itself https://id.example.org/realms/other" in wrong(
            settings, issuer
        )


@pytest.mark.parametrize("apart", [timedelta(seconds=61), -timedelta(minutes=5)])
def test_a_clock_that_is_off_is_said(settings, apart):
    with a_provider(at=NOW + apart) as issuer:
        assert "s apart" in wrong(settings, issuer)


def test_a_clock_within_a_minute_will_do(settings):
    with a_provider(at=NOW + timedelta(seconds=59)) as issuer:
        assert not any(finding.is_wrong for finding in found(settings, issuer))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"status": 404}, "it answers 404"),
        ({"body": b"<html>"}, "describes no provider"),
        ({"authorization_endpoint": ""}, "does not say where people sign in"),
    ],
)
def test_what_is_no_provider_is_said(settings, answer, said):
    with a_provider(**answer) as issuer:
        assert said in wrong(settings, issuer)


def test_a_provider_out_of_reach_is_said_with_its_address(settings):
    gone = "http://127.0.0.1:9"
    assert f"cannot be asked at {gone}{METADATA}" in wrong(settings, gone)


def test_without_https_others_can_read_along(settings):
    with a_provider() as issuer:
        said = wrong(settings, issuer, public_url="http://maps.example.invalid")
    assert "without https" in said


def test_where_nobody_signs_in_nothing_is_said(settings):
    assert not list(examine_sign_in(replace(settings, sign_in=None), NOW))


class TestTheAdmin:
    def told(self, settings, admin) -> list[str]:
        how = replace(HOW, admin=admin, issuer="http://127.0.0.1:9")
        how = replace(how, public_url="http://127.0.0.1:9")
        findings = examine(replace(settings, sign_in=how), now=NOW)
        return [f.sentence for f in findings if "admin" in f.sentence]

    def test_without_one_nobody_is_let_in(self, settings):
        open_house(settings).close()
        [said] = self.told(settings, None)
        assert said.startswith("Wrong: there is no admin")

    def test_the_first_one_is_named(self, settings):
        open_house(settings).close()
        assert (
            "dag@example.org becomes the first admin"
            in self.told(settings, "dag@example.org")[0]
        )

    def test_once_they_came_they_are_listed(self, settings):
        house = open_house(settings)
        with house.writing() as session:
            came = datetime(2026, 11, 1, tzinfo=UTC)
            sign_in(session, an_arrival(name="Dag", email=HOW.admin), HOW, came)
        house.close()
        assert self.told(settings, None) == ["Sign-in: admins are Dag."]

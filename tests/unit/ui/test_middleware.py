"""What the server refuses, and where it leads those who sign in."""

import asyncio
from collections.abc import Callable
from urllib.parse import quote, urlsplit

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.arrivals import HOW
from themewatch.config import Settings
from themewatch.ui.application import options
from themewatch.ui.middleware_cookies import SecureCookies
from themewatch.ui.middleware_reach import OnlyFromHere, OwnMetrics
from themewatch.ui.middleware_return import ReturnsToPage

HERE, ELSEWHERE = ("127.0.0.1", 4000), ("10.0.0.7", 4000)
US = "https://maps.example.org"
Answer = Callable[[Request], Response]


def ask(
    path: str,
    answer: Answer,
    *middleware: Middleware,
    client: tuple[str, int] = HERE,
    headers: dict[str, str] | None = None,
) -> httpx.Response:
    """Ask a server that answers so, through the middleware."""
    routes = [Route(urlsplit(path).path, answer)]
    app = Starlette(routes=routes, middleware=middleware)

    async def asking() -> httpx.Response:
        transport = httpx.ASGITransport(app, client=client)
        async with httpx.AsyncClient(transport=transport, base_url=US) as client_:
            return await client_.get(path, headers=headers)

    return asyncio.run(asking())


def fine(_request: Request) -> Response:
    return PlainTextResponse("fine")


class TestReach:
    def test_this_machine_is_answered(self):
        assert ask("/", fine, Middleware(OnlyFromHere)).text == "fine"

    def test_another_machine_is_told_what_to_do(self):
        answer = ask("/", fine, Middleware(OnlyFromHere), client=ELSEWHERE)
        assert answer.status_code == 403
        assert "--trusted-network" in answer.text

    @pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded"])
    def test_what_this_machine_hands_on_is_from_elsewhere(self, header):
        handed_on = {header: "10.0.0.7"}
        answer = ask("/", fine, Middleware(OnlyFromHere), headers=handed_on)
        assert answer.status_code == 403

    def test_inner_counters_are_for_this_machine(self):
        path = "/_stcore/metrics"
        guarded = Middleware(OwnMetrics)
        assert ask(path, fine, guarded).text == "fine"
        assert ask(path, fine, guarded, client=ELSEWHERE).status_code == 403

    @pytest.mark.parametrize(
        ("settings", "is_closed"),
        [({}, True), ({"is_trusted_network": True}, False), ({"sign_in": HOW}, False)],
    )
    def test_the_door_is_closed_unless_somebody_keeps_it(
        self, tmp_path, settings, is_closed
    ):
        chosen = options(Settings("sqlite:///x", tmp_path, **settings))
        kinds = {one.cls for one in chosen["middleware"]}
        assert (OnlyFromHere in kinds) is is_closed


def test_every_cookie_is_secure_and_keeps_what_it_says() -> None:
    def answer(_request: Request) -> Response:
        response = PlainTextResponse("")
        response.set_cookie("one", "1", httponly=True, samesite="lax")
        response.set_cookie("two", "2", secure=True)
        return response

    headers = ask("/", answer, Middleware(SecureCookies)).headers
    one, two = headers.get_list("set-cookie")
    assert one == "one=1; HttpOnly; Path=/; SameSite=lax; Secure"
    assert two.lower().count("secure") == 1


class TestTheWayToTheProvider:
    def asked(self, referer: str, answer: Answer | None = None) -> httpx.Response:
        led = answer or (lambda _: RedirectResponse("https://id.example.org/", 302))
        returns = Middleware(ReturnsToPage, how=HOW)
        return ask("/auth/login", led, returns, headers={"Referer": referer})

    def test_where_one_left_from_is_kept_for_ten_minutes(self):
        answer = self.asked(f"{US}/theme?theme=consistency&show=tests")
        assert answer.headers["location"] == "https://id.example.org/"
        kept = quote("/theme?theme=consistency&show=tests", safe="")
        assert answer.headers["set-cookie"] == (
            f"themewatch_next={kept}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax"
        )

    @pytest.mark.parametrize(
        "referer",
        ["", "https://evil.example/theme", f"{US}/nowhere", f"{US}//evil.example/x"],
    )
    def test_what_is_no_page_of_ours_is_not(self, referer):
        answer = self.asked(referer)
        assert answer.headers["set-cookie"].startswith("themewatch_next=%2F;")

    def test_a_provider_out_of_reach_leads_back_and_says_so(self):
        answer = self.asked(
            f"{US}/claims", lambda _: PlainTextResponse("Authentication error", 400)
        )
        assert (answer.status_code, answer.text) == (302, "")
        assert answer.headers["location"] == "/claims"
        assert "themewatch_sign_in_failed=1" in answer.headers["set-cookie"]


class TestTheWayBack:
    def back(
        self, query: str, kept: str = "", *, let_in: bool = False
    ) -> httpx.Response:
        def answer(_request: Request) -> Response:
            response = RedirectResponse("/", 302)
            if let_in:
                response.set_cookie("_streamlit_user", "signed")
            else:
                response.delete_cookie("_streamlit_user")
            return response

        returns = Middleware(ReturnsToPage, how=HOW)
        cookie = {"Cookie": f"themewatch_next={quote(kept, safe='')}"} if kept else {}
        return ask(f"/oauth2callback?{query}", answer, returns, headers=cookie)

    def test_leads_to_the_page_one_left_from(self):
        answer = self.back("code=1&state=2", "/log?log=view", let_in=True)
        assert answer.headers["location"] == "/log?log=view"
        assert "themewatch_next=; Path=/; Max-Age=0" in str(answer.headers)

    @pytest.mark.parametrize(
        "kept",
        [
            "https://evil.example/",
            "//evil.example/map",
            "/\\evil.example",
            "/nowhere",
            "/theme\r\nSet-Cookie: a=b",
            "/theme?find=é",
            f"/theme?find={'a' * 2000}",
        ],
    )
    def test_leads_nowhere_but_to_our_pages(self, kept):
        answer = self.back("code=1&state=2", kept, let_in=True)
        assert answer.headers["location"] == "/"
        assert "a=b" not in answer.headers.get_list("set-cookie")

    @pytest.mark.parametrize("query", ["code=1&state=forged", "error=access_denied"])
    def test_who_is_not_let_in_is_told(self, query):
        answer = self.back(query)
        assert "themewatch_sign_in_failed=1" in str(answer.headers)

    def test_signing_out_is_no_failure(self):
        assert "themewatch_sign_in_failed" not in str(self.back("").headers)

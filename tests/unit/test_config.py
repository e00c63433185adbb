"""What a person may choose from outside, and how it is named."""

from datetime import timedelta
from pathlib import Path

import pytest
from platformdirs import user_data_path

from themewatch.config import Settings, use_one_thread
from themewatch.domain.person import Role
from themewatch.errors import InputError


def test_without_a_choice_everything_lies_in_the_users_data_folder():
    settings = Settings.from_environment(environ={})
    assert settings.home == user_data_path("themewatch", appauthor=False)
    assert settings.database_file == settings.home / "themewatch.sqlite"


def test_a_home_holds_the_database_too(tmp_path):
    settings = Settings.from_environment(environ={"THEMEWATCH_HOME": str(tmp_path)})
    assert settings.home == tmp_path
    assert settings.database_url == f"sqlite:///{tmp_path}/themewatch.sqlite"


def test_an_empty_choice_is_none():
    chosen = {"THEMEWATCH_HOME": "", "THEMEWATCH_DATABASE_URL": ""}
    assert Settings.from_environment("", chosen) == Settings.from_environment(
        environ={}
    )


def test_what_is_asked_for_wins_over_the_environment(tmp_path):
    environ = {"THEMEWATCH_DATABASE_URL": "postgresql://host/maps"}
    settings = Settings.from_environment(str(tmp_path / "mine.sqlite"), environ)
    assert settings.database_file == tmp_path / "mine.sqlite"


@pytest.mark.parametrize("short", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_short_postgresql_address_means_the_driver_we_bring(short):
    settings = Settings.from_environment(f"{short}://ann@host/maps", {})
    assert settings.database_url == "postgresql+psycopg://ann@host/maps"
    assert settings.database_file is None


def test_a_file_may_be_named_as_people_name_files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("what now?.sqlite", "50%20 a#b.sqlite", "지도.sqlite"):
        settings = Settings.from_environment(name, {})
        assert settings.database_file == tmp_path / name


def test_a_home_may_be_below_ones_own():
    settings = Settings.from_environment(environ={"THEMEWATCH_HOME": "~/maps"})
    assert settings.home == Path.home() / "maps"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/data/maps.sqlite", "/data/maps.sqlite"),
        ("postgresql://ann:s3cret@db.example:5433/maps", "maps on db.example"),
        ("postgresql://ann:@/maps?host=/run/pg", "maps on this machine"),
    ],
)
def test_where_the_data_lies_is_said_without_a_password(address, said):
    settings = Settings.from_environment(address, {})
    assert settings.whereabouts == said
    assert "s3cret" not in repr(settings)


def test_a_choice_is_handed_on_as_it_is(tmp_path):
    environ: dict[str, str] = {}
    settings = Settings.from_environment(str(tmp_path / "a?.sqlite"), environ)
    settings.hand_on(environ)
    assert Settings.from_environment(environ=environ) == settings


def test_linear_algebra_keeps_to_one_thread_unless_somebody_chose_otherwise():
    environ = {"OMP_NUM_THREADS": "4"}
    use_one_thread(environ)
    assert environ["OPENBLAS_NUM_THREADS"] == "1"
    assert environ["OMP_NUM_THREADS"] == "4"


def test_hosts_inside_the_network_are_allowed_by_name():
    environ = {"THEMEWATCH_ALLOW_HOSTS": "127.0.0.1, news.home  feeds.home"}
    allowed = Settings.from_environment(environ=environ).allow_hosts
    assert allowed == {"127.0.0.1", "news.home", "feeds.home"}
    assert Settings.from_environment(environ={}).allow_hosts == frozenset()


class TestSignIn:
    GIVEN = {  # noqa: RUF012  it is only read
        "THEMEWATCH_OIDC_ISSUER": "https://id.example.org",
        "THEMEWATCH_OIDC_CLIENT_ID": "themewatch",
        "THEMEWATCH_OIDC_CLIENT_SECRET": "the provider's",
        "THEMEWATCH_COOKIE_SECRET": "c" * 64,
        "THEMEWATCH_PUBLIC_URL": "https://maps.example.org/",
    }

    def test_without_a_word_about_it_nobody_signs_in(self):
        alone = {"THEMEWATCH_PUBLIC_URL": "https://maps.example.org"}
        settings = Settings.from_environment(environ=alone)
        assert settings.sign_in is None
        assert settings.public_url == "https://maps.example.org"

    def test_all_of_it_is_read(self):
        roles = "reviewer=tw-reviewers, admin=tw-admins,admin = board "
        more = {
            "THEMEWATCH_ADMIN": "dag@example.org",
            "THEMEWATCH_ROLE_CLAIM": "groups",
            "THEMEWATCH_ROLES": roles,
            "THEMEWATCH_NEWCOMERS": "viewer",
            "THEMEWATCH_SIGN_IN_HOURS": "12",
        }
        found = Settings.from_environment(environ=self.GIVEN | more).sign_in
        assert found is not None
        assert found.redirect_url == "https://maps.example.org/oauth2callback"
        assert found.roles == (
            (Role.REVIEWER, "tw-reviewers"),
            (Role.ADMIN, "tw-admins"),
            (Role.ADMIN, "board"),
        )
        assert found.newcomers is Role.VIEWER
        assert found.lasts == timedelta(hours=12)

    @pytest.mark.parametrize("name", GIVEN)
    def test_half_of_it_is_refused_and_says_what_is_missing(self, name):
        half = {key: value for key, value in self.GIVEN.items() if key != name}
        with pytest.raises(InputError, match=f"half set up: {name} is missing"):
            Settings.from_environment(environ=half)

    def test_an_admin_alone_does_not_leave_the_door_open(self):
        with pytest.raises(InputError, match="half set up"):
            Settings.from_environment(environ={"THEMEWATCH_ADMIN": "dag@example.org"})

    @pytest.mark.parametrize(
        ("name", "value", "said"),
        [
            ("THEMEWATCH_COOKIE_SECRET", "short", "too short"),
            ("THEMEWATCH_OIDC_ISSUER", "id.example.org", "is no address"),
            ("THEMEWATCH_PUBLIC_URL", "https://example.org/maps", "serves no path"),
            ("THEMEWATCH_ROLE_CLAIM", "groups", "go together"),
            ("THEMEWATCH_ROLES", "king=court", "The roles are viewer"),
            ("THEMEWATCH_ROLES", "viewer", "reads role=group"),
            ("THEMEWATCH_NEWCOMERS", "admin", "is one of viewer"),
            ("THEMEWATCH_SIGN_IN_HOURS", "-1", "number of hours"),
            ("THEMEWATCH_ADMIN", "Ann", "must be a mail"),
        ],
    )
    def test_what_cannot_be_meant_is_refused(self, name, value, said):
        with pytest.raises(InputError, match=said):
            Settings.from_environment(environ=self.GIVEN | {name: value})

    def test_secrets_may_lie_in_files_and_stay_there(self, tmp_path):
        file = tmp_path / "secret"
        file.write_text("from a file\n", encoding="utf-8")
        given = dict(self.GIVEN)
        del given["THEMEWATCH_OIDC_CLIENT_SECRET"]
        given["THEMEWATCH_OIDC_CLIENT_SECRET_FILE"] = str(file)
        settings = Settings.from_environment(environ=given)
        assert settings.sign_in is not None
        assert settings.sign_in.client_secret == "from a file"  # noqa: S105
        handed_on: dict[str, str] = {}
        settings.hand_on(handed_on)
        assert "from a file" not in handed_on.values()
        assert Settings.from_environment(environ=handed_on) == settings

    def test_a_file_that_is_not_there_is_said(self, tmp_path):
        missing = {"THEMEWATCH_COOKIE_SECRET_FILE": str(tmp_path / "none")}
        with pytest.raises(InputError, match="cannot be read"):
            Settings.from_environment(
                environ=self.GIVEN | missing | {"THEMEWATCH_COOKIE_SECRET": ""}
            )

    def test_who_serves_nobody_needs_no_secret(self):
        half = {"THEMEWATCH_OIDC_ISSUER": "https://id.example.org"}
        settings = Settings.from_environment(environ=half, with_sign_in=False)
        assert settings.sign_in is None

    def test_no_secret_is_shown_where_settings_are(self):
        shown = repr(Settings.from_environment(environ=self.GIVEN))
        assert "the provider's" not in shown
        assert "c" * 64 not in shown

    def test_a_trusted_network_is_handed_on(self):
        given = {"THEMEWATCH_TRUSTED_NETWORK": "1"}
        handed_on: dict[str, str] = {}
        Settings.from_environment(environ=given).hand_on(handed_on)
        assert Settings.from_environment(environ=handed_on).is_trusted_network

"""What a person may choose from outside, and how it is named."""

from pathlib import Path

import pytest
from platformdirs import user_data_path

from themewatch.config import Settings, use_one_thread


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

"""What a team starts from is right, as far as it can be told without starting it."""

import json
import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from themewatch import config, sign_in_config
from themewatch.cli.entry import _parser
from themewatch.ui.settings_import import LARGEST

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
TEAMS = (ROOT / "docs" / "teams.md").read_text(encoding="utf-8")
OF_COMPOSE_ALONE = {"THEMEWATCH_DB_PASSWORD"}


def read(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def known_variables() -> set[str]:
    told = [*vars(config).values(), *vars(sign_in_config).values()]
    names = {name for name in told if isinstance(name, str)}
    return {n for n in names if n.startswith("THEMEWATCH_")} | set(
        sign_in_config.SIGN_IN
    )


def commands() -> list[str]:
    """Return the arguments of every command of ours, wherever it is told."""
    texts = [read(path.name) for path in UNITS] + re.findall(
        r"```sh\n(.*?)```", TEAMS, re.DOTALL
    )
    found = re.findall(
        r"(?:^|[ /=])themewatch ((?:run|ingest|backup|restore|import|digest|doctor)\b"
        r"[^\n;#]*)",
        "\n".join(texts),
        re.MULTILINE,
    )
    found += [
        " ".join(json.loads(quoted))
        for quoted in re.findall(r"^CMD (\[.*\])$", read("Containerfile"), re.MULTILINE)
    ]
    for listed in re.findall(r"command: \[(.*)\]", read("compose.yaml")):
        found.append(listed.replace(",", " "))
    return found


def test_every_command_that_is_told_is_one():
    assert len(commands()) >= 14
    for command in commands():
        told = re.sub(r"\$\([^)]*\)", "1", command.replace("%i", "8501"))
        parsed = _parser().parse_args(shlex.split(told))
        assert callable(parsed.command), command


@pytest.mark.parametrize(
    "path", [*DEPLOY.iterdir(), ROOT / "docs" / "teams.md"], ids=str
)
def test_every_variable_that_is_named_is_read(path):
    named = set(re.findall(r"THEMEWATCH_[A-Z_]+", path.read_text(encoding="utf-8")))
    assert named <= known_variables() | OF_COMPOSE_ALONE


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_systemd_understands_every_unit(unit, tmp_path):
    """All it finds wrong is that the program is not installed here."""
    folder = tmp_path / "units"
    shutil.copytree(DEPLOY, folder)
    for name in UNITS:
        drop_in = folder / f"{name.name}.d"
        drop_in.mkdir()
        for conf in DEPLOY.glob("*.conf"):
            if "[Service]" in conf.read_text(encoding="utf-8"):
                shutil.copy(conf, drop_in)
    done = subprocess.run(
        ["systemd-analyze", "verify", str(folder / unit.name)],
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if "themewatch" in line]
    assert all("is not executable" in line for line in said), done.stderr


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_a_unit_runs_with_no_more_rights_than_it_needs(unit):
    lines = set(unit.read_text(encoding="utf-8").splitlines())
    assert {
        "User=themewatch",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "CapabilityBoundingSet=",
        "UMask=0077",
    } <= lines


def test_a_container_runs_as_nobody_and_says_whether_it_lives():
    lines = read("Containerfile").splitlines()
    last = max(n for n, line in enumerate(lines) if line.startswith("FROM"))
    final = lines[last:]
    assert "USER themewatch" in final
    assert any("/_stcore/health" in line for line in final)
    assert not [line for line in lines if line.startswith("COPY .venv")]
    left_out = read("Containerfile.dockerignore").split()
    assert {".git", ".venv"} <= set(left_out)


def test_a_container_has_what_the_package_is_made_of():
    """What the wheel takes along is not left out of what it is built from."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = [*wheel["packages"], *wheel["force-include"], "README.md", "LICENSE"]
    left_out = read("Containerfile.dockerignore").split()
    assert not {part.partition("/")[0] for part in needed} & set(left_out)


def test_secrets_stand_in_files_and_in_no_example():
    texts = "\n".join(path.read_text(encoding="utf-8") for path in DEPLOY.iterdir())
    assert "THEMEWATCH_OIDC_CLIENT_SECRET=" not in texts
    assert "THEMEWATCH_COOKIE_SECRET=" not in texts
    assert not re.search(r"://\w+:[^$@\s]+@", texts), "a password in an address"


def test_the_proxy_lets_pass_what_the_app_takes():
    served = tomllib.loads(
        (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    )
    most = re.search(r"client_max_body_size (\d+)m", read("nginx.conf"))
    assert most is not None
    assert int(most[1]) > served["server"]["maxUploadSize"]
    for needed in ("Upgrade", "Connection", "Host", "X-Forwarded-Proto"):
        assert f"proxy_set_header {needed} " in read("nginx.conf")


def test_everything_to_start_from_is_in_the_document():
    for path in DEPLOY.iterdir():
        assert f"deploy/{path.name}" in TEAMS, path.name


def test_pages_and_document_name_the_same_largest_archive():
    assert f"archives of up to {LARGEST} MB" in TEAMS

"""Shipped files are found, or the one that is missing or damaged is named."""

import pytest

from themewatch import resources
from themewatch.errors import ReferenceDataError


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Return the data folder of an installed package."""
    data = tmp_path / "_bundle" / "data"
    data.mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    return data


def test_the_shipped_files_are_where_the_entry_script_is():
    assert (resources.app_root() / "app.py").is_file()
    assert resources.data_file("themes.toml").is_file()


def test_an_installed_package_brings_its_own(installed):
    (installed / "a.toml").write_text("one = 1")
    assert resources.app_root() == installed.parent
    assert resources.read_toml("a.toml") == {"one": 1}


def test_a_table_is_read_row_by_row(installed):
    (installed / "a.csv").write_text('name,text\nx,"two\nlines, and a comma"\n')
    assert resources.read_csv("a.csv") == [
        {"name": "x", "text": "two\nlines, and a comma"}
    ]


@pytest.mark.usefixtures("installed")
def test_a_missing_file_is_named():
    with pytest.raises(ReferenceDataError, match=r"^data/a\.toml is missing"):
        resources.read_toml("a.toml")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.toml", b"one = ", "Invalid value"),
        ("a.toml", b"\xff", "utf-8"),
        ("a.csv", b"name,text\nx\n", "row 2 has 1 columns"),
        ("a.csv", b"", "it is empty"),
    ],
)
def test_a_damaged_file_is_named_with_the_reason(installed, name, content, reason):
    (installed / name).write_bytes(content)
    read = resources.read_toml if name.endswith("toml") else resources.read_csv
    with pytest.raises(ReferenceDataError, match=f"^data/{name} is damaged .*{reason}"):
        read(name)

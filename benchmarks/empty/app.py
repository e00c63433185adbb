"""The empty page, served and warmed up as themewatch is; its port is the argument."""

import sys
from pathlib import Path

import streamlit as st

from themewatch import resources
from themewatch.serve import HOST
from themewatch.ui.application import options

app = st.App(Path(__file__).with_name("page.py"), **options())

if __name__ == "__main__":
    port = int(sys.argv[1])
    sys.argv = [str(resources.app_root() / "app.py")]  # for the config.toml beside it
    app.run(config={"server.address": HOST, "server.port": port})

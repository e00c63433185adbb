"""The command line: each command asks one service and writes its answer."""

from themewatch.cli.entry import main as main

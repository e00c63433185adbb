"""How quick and how right themewatch is, as figures to read: never timed tests."""

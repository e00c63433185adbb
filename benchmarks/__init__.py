"""How quick and how right themewatch is, as figures to read: never timed tests."""

from themewatch.config import use_one_thread

use_one_thread()  # as the program itself does, before NumPy is imported

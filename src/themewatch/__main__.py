"""`python -m themewatch` is `themewatch`."""

import sys

from themewatch.cli import main

sys.exit(main())

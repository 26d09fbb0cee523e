"""`python -m index`."""

import sys

from index.cli import main
from index.memory import collect_seldom

collect_seldom()
sys.exit(main())

"""`python -m bot`."""

import sys

from bot.cli import main
from index.memory import collect_seldom

collect_seldom()
sys.exit(main())

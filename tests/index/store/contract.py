"""What `index.store.interface` promises, tried on a backend.

A backend's tests subclass `LibraryContract` and give the fixture `fresh`.
"""

from tests.index.store.at_once import AtOnce
from tests.index.store.drafting import Drafts
from tests.index.store.generations import Generations
from tests.index.store.reading import Reads
from tests.index.store.searching import Searches


class LibraryContract(Reads, Drafts, Searches, Generations, AtOnce):
    """Tests of one backend; `fresh` is a fixture of the subclass."""

"""Many threads at once: nobody gets a wrong answer, and who has to wait is told."""

import threading
import time
from contextlib import ExitStack, closing

import numpy as np
import pytest

from index.building import build
from index.errors import LibraryBusy, LibraryError
from index.store import Library, View
from index.text import split
from tests.doubles import BagEncoder
from tests.index.store.animals import ANIMALS, BAG, Animals, animal, best, names


class AtOnce(Animals):
    """Many threads at once: nobody gets a wrong answer, and who has to wait is told."""

    def test_a_second_writer_is_told(self, library: Library) -> None:
        """It waits for a while, then says who is in the way; nothing of it is lost or mixed."""
        with library.draft(BAG), pytest.raises(LibraryBusy, match="wait for it"):
            ExitStack().enter_context(library.draft(BAG, patience=0.1))
        start = time.monotonic()
        with library.draft(BAG):
            other = threading.Thread(
                target=build,
                args=(library, [animal("fox")], BagEncoder()),
                kwargs={"replace": False},
            )
            other.start()
            time.sleep(0.3)
            assert library.live().number == 1
        other.join()
        assert time.monotonic() - start >= 0.3
        assert "fox" in names(library)

    def test_readers_in_many_threads_while_it_changes(self, library: Library) -> None:
        """Readers that open and ask all the while never get a wrong or a missing answer."""
        answered, wrong = [0], list[object]()
        done = threading.Event()

        def read() -> None:
            while not done.is_set():
                try:
                    with closing(library.open()) as view:
                        number = view.generation.number
                        found = {document.doc_id for document in view.documents()}
                        expected = {f"animal{number}", "cat"} if number > 1 else set(ANIMALS)
                        if found != expected or best(view, "the cat sleeps") != "cat":
                            wrong.append((number, found))
                        if number > 1 and best(view, f"animal{number} sleeps") == "cat":
                            wrong.append(number)
                        answered[0] += 1
                except Exception as error:
                    wrong.append(error)

        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        for number in range(2, 22):
            documents = [animal("cat"), animal(f"animal{number}")]
            counts = build(library, documents, BagEncoder(), replace=True)
            assert counts.generation.number == number
            if number % 5 == 0:
                library.prune(keep=1)
        done.set()
        for reader in readers:
            reader.join()
        assert wrong == []
        assert answered[0] >= 20

    def test_nothing_is_called_damaged_while_somebody_writes(self, empty: Library) -> None:
        """Each check reads one state of it, whatever is added, taken out and pruned meanwhile."""
        texts = [animal(f"a{n}") for n in range(150)]
        build(empty, texts, BagEncoder(), replace=True)
        done, wrong = threading.Event(), list[object]()

        def write() -> None:
            number = 0
            while not done.is_set():
                number += 1
                for said in (f"It is day {number}.", ""):
                    changed = [animal(f"a{n}", said) for n in range(60)]
                    build(empty, changed, BagEncoder(), replace=False)
                empty.prune(keep=0)

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for _ in range(6):
                wrong += [one.text for one in empty.check() if not one.sound]
                wrong += empty.damaged()
                wrong += [one for _, one in empty.history("a149") if one != texts[149]]
        finally:
            done.set()
            writer.join()
        assert wrong == []

    def test_a_build_that_goes_on_is_not_called_cut_off(self, library: Library) -> None:
        """What it has put is said to wait only when nobody is at work on it any more."""
        with library.draft(BAG) as draft:
            draft.put(animal("fox"), split(animal("fox")))
            draft.missing()  # stores what is put
            found = [one.text for one in library.check() if "documents" in one.text]
            assert "1 documents are in no generation yet: somebody is writing" in found
            assert not any("cut off" in text for text in found)
        waiting = "1 documents wait from a build cut off: the next one uses them"
        assert waiting in [one.text for one in library.check()]

    def test_a_view_is_closed_while_others_read(self, library: Library) -> None:
        """They finish, or are told; closed twice, and by any thread, it is closed."""
        told: list[LibraryError] = []

        def read(view: View) -> None:
            try:
                while True:
                    view.evidence(view.rows().tolist())
                    view.sharing(["sleep"], 5)
            except LibraryError as error:
                told.append(error)

        for _ in range(10):
            view = library.open()
            readers = [threading.Thread(target=read, args=(view,)) for _ in range(3)]
            for reader in readers:
                reader.start()
            time.sleep(0.01)
            view.close()
            view.close()
            for reader in readers:
                reader.join()
        assert len(told) == 30
        for look in (
            view.documents().__next__,
            lambda: view.nearest(np.zeros(256, dtype=np.float32), 1),
            lambda: view.rarity(["cat"]),
            lambda: view.passages("cat"),
        ):
            with pytest.raises(LibraryError, match="has been closed"):
                look()
        assert all("has been closed" in str(error) for error in told)

    def test_one_view_in_many_threads(self, library: Library) -> None:
        """Eight threads that ask one view at once get what one alone gets."""
        view = library.open()
        questions = [f"who wakes the {name}" for name in ANIMALS] * 8
        alone = [best(view, question) for question in questions]
        found: dict[int, str] = {}

        def ask(number: int) -> None:
            for place in range(number, len(questions), 8):
                found[place] = best(view, questions[place])

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [found[place] for place in range(len(questions))] == alone

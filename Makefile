# Every target sets up what it needs. `make ask` and `make test` work in a fresh clone.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
SOURCES ?= sample
QUESTIONS ?= tests/data/questions.en.jsonl tests/data/questions.fr.jsonl
# The question as typed: never expanded by make, never parsed by the shell.
export QUESTION := $(value Q)

# Where the library is, the settings alone say: make reads no `.env`. In a database it needs a driver;
# and only where there is none at all is the sample built, which never replaces somebody's texts.
WHERE = from index.settings import IndexSettings, load_settings; print(load_settings(IndexSettings).library)
WITH_DRIVER := $(MAKE) --no-print-directory $(VENV)/with-postgres
define FIND
at="$$($(BIN)/python -c '$(WHERE)')" || exit 2; \
case "$$at" in *://*) $(WITH_DRIVER) || exit 2;; esac
endef
define READY
$(FIND); \
case "$$at" in *://*) ;; *) test -e "$$at" || $(BIN)/python -m index build sample;; esac
endef

.PHONY: ask chat bot index test check evaluate benchmark lock

ask: $(VENV)/installed
	@test -n "$$QUESTION" || { echo 'usage: make ask Q="what did Trump decide?"' >&2; exit 2; }
	@$(READY)
	@$(BIN)/python -m bot ask -- "$$QUESTION"

chat: $(VENV)/installed
	@$(READY)
	@$(BIN)/python -m bot chat

bot: $(VENV)/installed
	@$(READY)
	@$(BIN)/python -m bot run

index: $(VENV)/installed
	@$(FIND)
	@$(BIN)/python -m index build $(SOURCES)

# What compiles its sources anew in each of hundreds of processes takes twice as long to start; and
# two processes that share each their work among all processors wait for one another. In the order
# of tests/conftest.py, not of pytest-xdist, which leaves files of few and long tests to the end.
test: export PYTHONDONTWRITEBYTECODE :=
test: export OMP_NUM_THREADS := 1
test: $(VENV)/developing
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(TESTS)

check: $(VENV)/developing
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tests.known_faults

evaluate: $(VENV)/developing
	@$(BIN)/python -m bot evaluate $(QUESTIONS)

benchmark: $(VENV)/benchmarking
	@$(BIN)/python -m index benchmark --reader bot.answering:reading

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer is needed; install it, or name it: make PYTHON=...' >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)

PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCKED = $(PIP) --no-deps --require-hashes
# Said before anything is downloaded, the long way where nothing chose a build of torch yet. An
# index-url alone chooses none: it may be a mirror of PyPI.
CPU_INDEX := $(shell sed -n 's/^url = "\(.*\)"/\1/p' pyproject.toml)
CHOSEN = '[.](extra-index-url|find-links|no-index)='
define SIZE
if $(BIN)/python -c 'import importlib.util as u, sys; sys.exit(not u.find_spec("torch"))'; then :; \
elif test "$$(uname -s)" != Linux || $(BIN)/python -m pip config list | grep -E $(CHOSEN) >/dev/null; \
then echo 'It downloads about 470 MB, 200 of them torch.'; \
else \
  echo 'It downloads about 3,000 MB, unless pip reads an index of yours with a CPU build of torch:'; \
  echo '2,540 of them are for GPUs, which the default never uses.'; \
  echo 'Without them it is about 470 MB: stop this (Ctrl-C), and before make run'; \
  echo '  export PIP_EXTRA_INDEX_URL=$(CPU_INDEX)'; \
fi >&2
endef

$(VENV)/installed: pyproject.toml constraints.txt locks/run.txt | $(VENV)/bin/python
	@echo 'Setting up, about a minute ...' >&2
	@$(SIZE)
	@$(PIP) -c constraints.txt torch >&2
	@$(LOCKED) -r locks/run.txt >&2
	@$(PIP) --no-deps -e . >&2
	@touch $@

$(VENV)/with-postgres: locks/postgres.txt $(VENV)/installed
	@$(LOCKED) -r locks/postgres.txt >&2
	@touch $@

$(VENV)/developing: locks/dev.txt $(VENV)/installed
	@$(LOCKED) -r locks/dev.txt >&2
	@touch $@

$(VENV)/benchmarking: locks/benchmark.txt $(VENV)/installed
	@$(LOCKED) -r locks/benchmark.txt >&2
	@touch $@

# The newest versions that fit, and their hashes; needs uv. Say UPGRADE=--upgrade for newer ones.
LOCK = uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
  --no-sources --excludes locks/excluded.txt $(UPGRADE) pyproject.toml

lock:
	@$(LOCK) -o locks/run.txt
	@$(LOCK) -c locks/run.txt --extra dev --extra evaluation -o locks/dev.txt
	@$(LOCK) -c locks/run.txt --extra postgres -o locks/postgres.txt
	@$(LOCK) -c locks/run.txt --extra benchmark -o locks/benchmark.txt

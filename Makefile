# Every target sets up what it needs. `make ask` and `make test` work in a fresh clone.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
LIBRARY ?= $(or $(shell sed -n 's/^LIBRARY=//p' .env 2>/dev/null),library)
SOURCES ?= sample
QUESTIONS ?= tests/data/questions.en.jsonl tests/data/questions.fr.jsonl
# The question as typed: never expanded by make, never parsed by the shell.
export QUESTION := $(value Q)
export LIBRARY

.PHONY: ask chat bot index test check evaluate benchmark

ask: $(VENV)/installed | $(LIBRARY)
	@test -n "$$QUESTION" || { echo 'usage: make ask Q="what did Trump decide?"' >&2; exit 2; }
	@$(BIN)/python -m bot ask -- "$$QUESTION"

chat: $(VENV)/installed | $(LIBRARY)
	@$(BIN)/python -m bot chat

bot: $(VENV)/installed | $(LIBRARY)
	@$(BIN)/python -m bot run

index: $(VENV)/installed
	@$(BIN)/python -m index build $(SOURCES)

# Only where there is no library at all: the sample never replaces somebody's texts.
$(LIBRARY): | $(VENV)/installed
	@$(BIN)/python -m index build sample

test: $(VENV)/developing
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(TESTS)

check: $(VENV)/developing
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

evaluate: $(VENV)/developing
	@$(BIN)/python -m bot evaluate $(QUESTIONS)

benchmark: $(VENV)/benchmarking
	@$(BIN)/python -m index benchmark --reader bot.answering:reading

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer is needed; install it, or name it: make PYTHON=...' >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)

PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

$(VENV)/installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo 'Setting up, about a minute ...' >&2
	@$(PIP) -e . >&2
	@touch $@

$(VENV)/developing: $(VENV)/installed
	@$(PIP) -e '.[dev]' >&2
	@touch $@

$(VENV)/benchmarking: $(VENV)/installed
	@$(PIP) -e '.[benchmark]' >&2
	@touch $@

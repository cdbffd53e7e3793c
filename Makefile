# Heard. `make help` lists what you can do.
# Nothing here needs root; `make test` installs Debian packages where it may, and says which.

PYTHON ?= python3.11
BIN := .venv/bin
export HEARD_DATA ?= $(CURDIR)/.heard
# Where the surroundings forbid Python to keep what it compiled, each start of Heard takes 6 s, not 2.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help

help: ## list what you can do
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | column -t -s '	'

install: .venv/.installed ## make .venv with Heard in it, and build its style sheet and scripts
.venv/.installed: pyproject.toml requirements/base.txt requirements/dev.txt
	@$(PYTHON) -m venv .venv || { echo "Install Python 3.11 with venv: apt-get install python3.11-venv"; exit 1; }
	@$(BIN)/pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

build: install ## build the style sheet and the scripts, when they changed
	@$(BIN)/python -m heard.foundations.ui.build

demo: build ## run Heard with an invented authority on http://localhost:8000 (SQLite, nothing to install)
	@$(BIN)/heard demo

lint: install
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports
	@$(BIN)/mypy heard demo

check: build lint ## quick: lint, types, import contracts, and the tests that need no browser, on SQLite
	@$(BIN)/pytest tests -q -n 2 --dist worksteal -m "not browser and not soak"

system: ## install what the tests take from Debian, and say what
	@tests/system.sh

test: system build ## everything: both databases, real browsers, laws, lint, types
	@$(BIN)/python -m tests.everything

bench: build ## print each speed and size beside what it is compared with
	@$(BIN)/python -m bench.all

soak: system build ## the long tests: many kills, many edits, many seeds
	@$(BIN)/pytest tests -q -m soak
	@$(BIN)/python -m tests.with_postgres $(BIN)/pytest tests -q -m soak
	@$(BIN)/python -m tests.with_postgres $(BIN)/pytest tests/promises tests/contracts -q -m "not soak"
	@DJANGO_ALLOW_ASYNC_UNSAFE=1 $(BIN)/python -m tests.with_postgres $(BIN)/pytest tests -q -m "browser and not soak"

reference: install ## write docs/reference again from the code
	@$(BIN)/python -m heard.config.reference

pictures: build ## take the pictures of the guides again, while the journeys are tried
	@$(BIN)/python -m tests.journeys.take_pictures

requirements: ## pin the dependencies again, with hashes
	@$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header -o requirements/base.txt pyproject.toml
	@$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --group dev -o requirements/dev.txt pyproject.toml

.PHONY: help install build demo lint check system test bench soak reference pictures requirements

# make demo   summaries of examples/articles in out/       make lint typecheck   ruff, mypy --strict
# make test   everything that is tested, offline           make schemas          schemas/*.json from the records
# make record records the cassettes again (needs a key)    make requirements     requirements.txt from pyproject.toml
# make site   the docs as pages, in build/site
# make compiled builds a compiled wheel in dist/, installs it in .compiled/ and measures it (minutes; a C compiler)
# make servers installs llama.cpp's server and aimock in .servers/ and runs the tests that need them

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
OUT ?= out
BIN := $(VENV)/bin
PACKAGES := $(VENV)/.packages
EXTRAS := $(VENV)/.extras
INSTALLED := $(VENV)/.installed

.PHONY: clean compiled demo docs format install lint record requirements schemas servers site test typecheck
.DEFAULT_GOAL := test

# Nothing is downloaded again until requirements.txt changes.
$(PACKAGES): requirements.txt
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name one: make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "This Python cannot make virtual environments; on Debian: apt-get install python3-venv" >&2; exit 2; }
	@echo "Installing into $(VENV)/ (once; some minutes on a slow line)"
	@"$(PYTHON)" -m venv --clear "$(VENV)"
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch "$@"

# Editable, so that a changed source never runs from an old copy.
$(INSTALLED): $(PACKAGES) pyproject.toml
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch "$@"

# What the tests of the extras need: what reads the exports back, OpenTelemetry, the SDK of MCP.
$(EXTRAS): $(PACKAGES) requirements-extras.txt
	@echo "Installing what the tests of the extras need (once)"
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-extras.txt
	@touch "$@"

install: $(INSTALLED)
	@"$(BIN)/summarizer" --version

# `summarizer batch` exits 1 where a record does not hold or an article failed: that is a result, not a breakdown.
demo: $(INSTALLED)
	@rm -f "$(OUT)/summaries.jsonl"
	@"$(BIN)/summarizer" batch examples/articles -o "$(OUT)" --documents; code=$$?; \
	test -s "$(OUT)/summaries.jsonl" || exit $$code; \
	case $$code in \
	  0) echo "Nothing was found wrong." ;; \
	  1) echo "Exit code 1: an article failed (it is named above), or a record does not hold (its verdict says so)." ;; \
	  *) exit $$code ;; \
	esac
	@echo "The results are in $(OUT)/: summaries/ has a JSON file for each article, summaries.jsonl all of them."
	@test ! -s "$(OUT)/report.html" || echo "To look at them: $(OUT)/report.html, in a browser."
	@echo "One of them to read: $(BIN)/summarizer extract examples/articles/supply_contract.txt"

test: $(INSTALLED) $(EXTRAS)
	"$(BIN)/python" -m pytest

lint: $(INSTALLED)
	"$(BIN)/ruff" check .
	"$(BIN)/ruff" format --check .

format: $(INSTALLED)
	"$(BIN)/ruff" check --fix .
	"$(BIN)/ruff" format .

typecheck: $(INSTALLED)
	"$(BIN)/mypy" --strict

# Servers of others, in an environment of their own: one with a compiled part, one for node. Not part of `make test`, which
# skips what is not there.
servers: $(INSTALLED)
	@test -x .servers/venv/bin/python || "$(PYTHON)" -m venv .servers/venv
	@.servers/venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement tests/servers/requirements.txt
	@if command -v npm >/dev/null; then npm install --silent --no-save --prefix .servers @copilotkit/aimock@1.43.0; \
	else echo "npm is not here, so the tests against aimock are skipped"; fi
	"$(BIN)/python" -m pytest tests/servers -rs

# A wheel for this platform, in an environment of its own. What else is imported there, such as the benchmarks, is the
# repository's; -P keeps its sources from being taken for the wheel's.
compiled: $(INSTALLED)
	@command -v cc >/dev/null || { echo "A C compiler is needed; on Debian: apt-get install gcc libc6-dev" >&2; exit 2; }
	@mkdir -p dist; rm -f dist/summarizer-*-cp*.whl
	@echo "Compiling, which takes some minutes"
	@SUMMARIZER_COMPILE=1 "$(BIN)/python" -m hatchling build --target wheel --directory dist >dist/compiled.log 2>&1 \
	  || { tail -20 dist/compiled.log >&2; exit 1; }
	@test -x .compiled/venv/bin/python || "$(PYTHON)" -m venv .compiled/venv
	@.compiled/venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@.compiled/venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall dist/summarizer-*-cp*.whl
	@echo "$(CURDIR)" > "$$(.compiled/venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/repository.pth"
	@.compiled/venv/bin/summarizer --version
	@if test -d ../shared/data/articles; then .compiled/venv/bin/python -P -m benchmarks.offline --only articles; \
	else .compiled/venv/bin/python -P -m benchmarks.offline --only articles --articles examples/articles; fi

# Only the tests marked vcr speak to a model.
record: $(INSTALLED)
	"$(BIN)/python" -m pytest -m vcr --record-mode=rewrite

schemas: $(INSTALLED)
	"$(BIN)/summarizer" schema --write schemas

# What the commands print, in README.md and docs/*.md.
docs: $(INSTALLED)
	"$(BIN)/python" tests/test_docs.py

# In an environment of its own: the program needs none of it.
site:
	@test -x .site/bin/mkdocs || { "$(PYTHON)" -m venv .site && .site/bin/python -m pip install --quiet \
	  --disable-pip-version-check --requirement docs/requirements.txt; }
	NO_MKDOCS_2_WARNING=1 .site/bin/mkdocs build --quiet
	@echo "The site is in build/site/index.html; its search works where it is served: python3 -m http.server -d build/site"

LOCK := --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url \
  --no-emit-find-links --no-emit-trusted-host

# In an environment of its own, so that pip-tools never meets what it pins. Where the lock has pyjwt alone, pip takes the
# pyjwt[crypto] that mcp asks for as unpinned: so the second lock keeps the extras.
requirements:
	"$(PYTHON)" -m venv --clear .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check pip-tools
	.venv-lock/bin/pip-compile $(LOCK) --extra dev --extra test --output-file requirements.txt pyproject.toml
	.venv-lock/bin/python -c 'import tomllib; extras = tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]; \
	  print(*extras["test-extras"], "-c $(CURDIR)/requirements.txt", sep="\n")' >.venv-lock/extras.in
	.venv-lock/bin/pip-compile $(LOCK) --no-strip-extras --no-annotate --output-file .venv-lock/extras.txt .venv-lock/extras.in
	grep -v '^#' .venv-lock/extras.txt >requirements-extras.txt
	rm -rf .venv-lock

clean:
	rm -rf "$(VENV)" .venv-lock .servers .compiled .site "$(OUT)" build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +

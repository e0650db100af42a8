# Two commands are all a newcomer needs: make demo, make test.

VENV := .venv/bin
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup demo test format lock pages screens voices bundle deb update bench prove

help:            ## list these targets
	@sed -n 's/^\([a-z-]*\): .*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup:           ## install all that is needed; steps that are current are skipped
	@python3 tools/set_up.py

demo: setup      ## open the kiosk on simulated hardware; ARGS="--person taro --orientation landscape"
	@$(VENV)/uketsuke demo $(ARGS)

test: setup      ## every check: format, lint, types, QML lint, shell lint, tests
	@$(VENV)/python tools/check.py

bench: setup     ## measure: NAME=all (into docs/performance.md) or one; without NAME it lists them
	@$(VENV)/python tools/long_runs.py bench "$(NAME)" $(ARGS)

prove: setup     ## a proof too long for `make test`: NAME=screens, scenarios, ...; without NAME it lists them
	@$(VENV)/python tools/long_runs.py prove "$(NAME)" $(ARGS)

screens: setup   ## take the pictures of docs/screens anew
	$(VENV)/python -m tests.visual.gallery
	$(VENV)/python -m tests.console.gallery

voices: setup    ## record the spoken guidance in .demo/voices (some minutes; CONFIG=file: its facility.what_next too)
	$(VENV)/python tools/make_voices.py .demo/voices $(if $(CONFIG),--config "$(CONFIG)")

bundle: voices   ## build dist/uketsuke: the kiosk in one folder, without sources or Python
	@$(VENV)/python tools/make_bundle.py dist --voices .demo/voices

deb: bundle      ## build Debian packages of it and of the demo in dist/; PACKAGES="uketsuke uketsuke-demo"
	@$(VENV)/python tools/make_deb.py dist $(PACKAGES)

update: bundle   ## build a signed archive of it for `uketsuke update apply` in dist/; KEY=private Ed25519 key (PEM)
	@$(VENV)/python tools/make_update.py dist --key "$(KEY)" $(ARGS)

format: setup    ## bring all Python files into form
	$(VENV)/ruff format .
	$(VENV)/ruff check --fix .

lock: setup      ## lock all dependencies by version and hash anew; ARGS=--upgrade for newer ones
	$(VENV)/python tools/lock.py $(ARGS)

pages: setup     ## write the pages of docs/ that are made from code and data
	$(VENV)/python tools/pages.py
	$(VENV)/python -m tests.ui.eyes_closed
	$(VENV)/python -m tests.flow.session.matrix

# Two commands are all a newcomer needs: make demo, make test.

VENV := .venv/bin
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup demo test lock screens format bench-service prove-durability prove-scenarios bench-reader prove-reader bench-face prove-liveness prove-screens voices bench-ui bundle

help:            ## list these targets
	@sed -n 's/^\([a-z-]*\): .*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

setup:           ## install all that is needed; steps that are current are skipped
	@python3 tools/set_up.py

demo: setup      ## open the kiosk on simulated hardware; ARGS="--person taro --orientation landscape"
	@$(VENV)/uketsuke demo $(ARGS)

test: setup      ## every check: format, lint, types, QML lint, shell lint, tests
	@$(VENV)/python tools/check.py

screens: setup   ## take the pictures of docs/screens anew
	$(VENV)/python -m tests.visual.gallery

prove-screens: setup ## look at every screen in every format, size, theme and language (about forty minutes)
	$(VENV)/python -m tests.visual.prove

voices: setup    ## record the spoken guidance in .demo/voices (about a minute; the demo then speaks)
	$(VENV)/python tools/make_voices.py .demo/voices

bench-ui: setup  ## how quickly the kiosk starts, answers a finger and shows the camera
	$(VENV)/python -m tests.visual.bench

bench-service: setup  ## measure the online service: 100 kiosks, 100,000 persons, SQLite and PostgreSQL
	@$(VENV)/python -m tests.unit.qualification.bench_service $(ARGS)

bench-reader: setup ## APDUs and time before the PIN, beside OpenSC on the same card
	@$(VENV)/python -m tests.unit.reader.compare_with_opensc

prove-reader: setup ## a million malformed card answers (about ten minutes)
	@$(VENV)/python -m tests.unit.reader.malformed $(or $(ARGS),1000000)

bench-face: setup ## how fast a face is decided, stock face_recognition beside it
	$(VENV)/python tools/bench_face.py

prove-liveness: setup ## hundreds of simulated attacks on the active challenge
	$(VENV)/python tools/prove_liveness.py $(ARGS)

bundle: voices   ## build dist/uketsuke: the kiosk in one folder, without sources or Python
	@$(VENV)/python tools/make_bundle.py dist --voices .demo/voices

format: setup    ## bring all Python files into form
	$(VENV)/ruff format .
	$(VENV)/ruff check --fix .

lock: setup      ## lock all dependencies by version and hash anew; ARGS=--upgrade for newer ones
	$(VENV)/python tools/lock.py $(ARGS)

prove-durability: setup  ## kill the kiosk at 500 random moments, cut its power at every write
	$(VENV)/python -m tests.faults.durability.power_cut 40
	$(VENV)/python -m tests.faults.durability.kill_test 500

prove-scenarios: setup   ## play every scenario in both flow profiles on every display (about forty minutes)
	$(VENV)/python -m tests.flow.rehearsal.prove $(ARGS)

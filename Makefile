# The two commands of the README, and what a change needs before it is committed.
.PHONY: run test check docs schema goldens speed lock

run:
	python3 -m venv .venv && .venv/bin/pip install -c constraints.txt . && .venv/bin/policydoc parse corpus/001-yunze-livelihood-2024/notice.txt > plan.json

test:
	.venv/bin/pip install -c constraints.txt ".[test]" && .venv/bin/python -m pytest

# everything that CI does, from a clean copy
check:
	.ci/run

# docs/diagnostics.md, docs/cli.md and the tables of docs/model.md
docs:
	.venv/bin/python scripts/build_docs.py && .venv/bin/python scripts/build_accuracy.py

schema:
	PYTHONPATH=src .venv/bin/python -m policydoc schema > schemas/plan-1.0.schema.json

# corpus/*/plan.json and corpus/SCORES.tsv: read the diff before you commit it
goldens:
	.venv/bin/python -m pytest -q tests/test_corpus.py --update

speed:
	.venv/bin/python benchmarks/speed.py

# needs uv; both files are for Python 3.11 and later on every system
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet --upgrade -o requirements.lock
	(echo '# The versions that the tests run with. Made by `make lock`; hashes are in requirements.lock.' && uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url --quiet --upgrade | grep -v '^policydoc') > constraints.txt

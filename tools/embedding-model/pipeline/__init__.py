"""The pipeline that builds the bundled Arabic-French embedding model; `build.py` beside this folder runs it."""

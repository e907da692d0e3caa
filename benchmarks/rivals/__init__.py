"""The programs that are measured, one module each, run inside the program's own environment.

    python -m benchmarks.rivals.NAME TASK RESULT

Both are JSON files, described in benchmarks.rivals.timing. There is nothing in a rival's environment but the rival, so
these modules import the standard library and that one program, and nothing else of ours.
"""

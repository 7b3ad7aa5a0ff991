"""Whether two versions of the program say and write the same: `python -m tests.same_outputs OLD NEW`."""

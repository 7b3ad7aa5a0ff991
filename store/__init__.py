"""The task list as data: records, changes, the file, reading notices. Knows no screen."""

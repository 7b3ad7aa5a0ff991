"""The house rules, measured: `python -m tests.house` prints the figures, `test_lines` holds them."""

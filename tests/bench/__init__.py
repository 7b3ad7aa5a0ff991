"""What the program costs, in ratios to floors measured in the same run: `python -m tests.bench [start] [keys]
[file]`.
"""

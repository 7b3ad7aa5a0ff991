"""The first that a Python reads of the bundle, in words that any Python understands: is it new enough?

What follows may then be written as the rest of the program is.
"""

import sys

OLDEST = (3, 10)
TOO_OLD = (
    "这台机器的 Python 是 {}.{}，要点需要 3.10 或更新的版本，请用随盘的启动程序（run.sh 或 run.bat）。\n"
)

if __name__ == "__main__":
    if sys.version_info < OLDEST:
        sys.stderr.write(TOO_OLD.format(*sys.version_info[:2]))
        sys.exit(1)
    sys.exit(__import__("starter").main())

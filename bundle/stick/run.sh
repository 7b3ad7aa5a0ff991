#!/bin/sh
# 从U盘启动要点：sh run.sh [清单或通知]；run.sh --which 只说明用哪个 Python。
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
ours=$here/python/linux-$(uname -m)/bin/python3
is_new_enough() {
    "$1" -I -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null
}
found=
for one in "$ours" python3.14 python3.13 python3.12 python3.11 python3.10 python3; do
    if command -v "$one" >/dev/null 2>&1 && is_new_enough "$one"; then
        found=$one
        break
    fi
done
if [ -z "$found" ]; then
    echo "没有 Python 3.10 或更新的版本。请把适合本机（$(uname -m)）的 Python 放到 python/linux-$(uname -m) 中，见 说明.txt。" >&2
    exit 1
fi
if [ "${1-}" = --which ]; then
    command -v "$found"
    exit 0
fi
exec "$found" -I "$here/start.py" "$@"

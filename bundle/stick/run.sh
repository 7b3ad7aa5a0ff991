#!/bin/sh
# 从U盘启动要点：sh run.sh [清单或通知]；run.sh --which 只说明用哪个 Python。
here=$(dirname -- "$(readlink -f -- "$0")")
machine=linux-$(uname -m)
ours=$here/python/$machine
copied=${XDG_CACHE_HOME:-${HOME-}/.cache}/yaodian/python/$machine

find_python() {
    for one in "$ours/bin/python3" python3.14 python3.13 python3.12 python3.11 python3.10 python3 "$copied/bin/python3"; do
        if "$one" -I -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
            found=$(command -v "$one")
            return
        fi
    done
}

# A FAT stick knows no rights to run, and some desks run nothing from any stick.
copy_ours() {
    echo "U盘上的 Python 在这里不能直接运行，先拷到 $copied，请稍等。" >&2
    rm -rf "$copied" "$copied.$$"
    mkdir -p "$(dirname -- "$copied")" && cp -R "$ours" "$copied.$$" && chmod +x "$copied.$$/bin/"* &&
        mv "$copied.$$" "$copied" || rm -rf "$copied.$$"
}

found=
find_python
if [ -z "$found" ] && [ -f "$ours/bin/python3" ] && [ ! -x "$ours/bin/python3" ]; then
    copy_ours
    find_python
fi
if [ -z "$found" ]; then
    echo "没有能用的 Python（3.10 或更新的版本）。请把适合本机的放到 python/$machine 中，见 说明.txt。" >&2
    exit 1
fi
if [ "${1-}" = --which ]; then
    echo "$found"
    exit 0
fi
exec "$found" -I "$here/start.py" "$@"

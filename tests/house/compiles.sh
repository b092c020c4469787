#!/usr/bin/env bash
# compiles.sh yes|no HEADER COMPILER FLAGS...: does a file that includes HEADER compile with a target's own flags?
# A "no" must be the compiler not finding the header, nothing else.
set -uo pipefail
expected=$1 header=$2
shift 2
said=$(printf '#include <%s>\n' "$header" | LC_ALL=C "$@" -fsyntax-only -x c++ - 2>&1)
status=$?
case $expected in
    yes) [ "$status" -eq 0 ] && exit 0 ;;
    no) [ "$status" -ne 0 ] && grep -qF "$header: No such file or directory" <<<"$said" && exit 0 ;;
esac
printf 'including <%s> ended with %d, expected to compile: %s\n%s\n' "$header" "$status" "$expected" "$said"
exit 1

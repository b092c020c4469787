#!/usr/bin/env bash
# mutants.sh SOURCE_FOLDER WORK_FOLDER [PATCH...]: each rule of the store is broken on purpose, in a copy, by a patch of
# this folder; every test that the patch names under "Killed by" must then turn red. A patch that no longer applies is
# a failure too: write it anew. Without patches named: all of them; "quick": three of the fold, with its own test.
set -euo pipefail
source=$(cd -- "$1" && pwd)
work=$2
shift 2
mkdir -p "$work"
work=$(cd -- "$work" && pwd)
here=$source/tests/mutants
only=.
if [ "${1:-}" = quick ]; then
    only='^tst_fold$'
    set -- 04-delete-wins 15-one-deletion-must-have-seen-all 19-supersede-by-clock
fi
patches=()
for name in "$@"; do patches+=("$here/$(basename -- "$name" .patch).patch"); done
[ "$#" -gt 0 ] || patches=("$here"/*.patch)

exec 9>"$work/.lock"
flock 9

# The copy; only what changed is copied, so that the next run builds little.
copy=$work/tree
mkdir -p "$copy"
(cd -- "$source" && find CMakeLists.txt CMakePresets.json models views app resources translations tests -type f ! -name '*.patch') |
    while IFS= read -r file; do
        cmp -s -- "$source/$file" "$copy/$file" || install -D -m 644 -- "$source/$file" "$copy/$file"
    done
# What is gone from the source goes from the copy.
(cd -- "$copy" && find models tests -type f) | while IFS= read -r file; do
    [ -e "$source/$file" ] || rm -f -- "$copy/$file"
done

cd -- "$copy"
export GIT_CEILING_DIRECTORIES=$work # patches are applied here, not to a repository around it
export QT_QPA_PLATFORM=offscreen LIAISON_LONG=0
export RC_PARAMS="noshrink=1${RC_PARAMS:+ $RC_PARAMS}"
build=$copy/build/dev
log=$work/log
[ -e "$build/build.ninja" ] || cmake --preset dev -DLIAISON_WERROR=OFF >"$log" 2>&1 || { cat "$log"; exit 1; }

named_tests() { sed -n 's/^Killed by: //p' "$1" | tr ' ' '\n' | grep -e "$only"; }
build_tests() {
    cmake --build --preset dev --target "$@" >"$log" 2>&1 || { tail -n 40 "$log"; return 1; }
}
# Whether a test is green.
green() { timeout 600 "$build/tests/models/store/$1" >"$log" 2>&1; }

mapfile -t tests < <(for patch in "${patches[@]}"; do named_tests "$patch"; done | sort -u)
build_tests "${tests[@]}" || { echo "the copy does not build"; exit 1; }
for test in "${tests[@]}"; do
    green "$test" || { tail -n 40 "$log"; echo "$test is red without any mutant"; exit 1; }
done

failures=0
for patch in "${patches[@]}"; do
    name=$(basename -- "$patch" .patch)
    mapfile -t tests < <(named_tests "$patch")
    if ! git apply -p1 --check "$patch" 2>"$log"; then
        printf '%s: no longer applies\n' "$name"
        failures=$((failures + 1))
        continue
    fi
    git apply -p1 "$patch"
    survived=()
    if build_tests "${tests[@]}"; then
        for test in "${tests[@]}"; do
            green "$test" && survived+=("$test")
        done
    else
        survived=("the compiler")
    fi
    git apply -p1 -R "$patch"
    if [ "${#survived[@]}" -gt 0 ]; then
        printf '%s: survived %s\n' "$name" "${survived[*]}"
        failures=$((failures + 1))
    else
        printf '%s: killed by %s\n' "$name" "${tests[*]}"
    fi
done
printf '%d mutants, %d not killed\n' "${#patches[@]}" "$failures"
[ "$failures" -eq 0 ]

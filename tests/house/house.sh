#!/usr/bin/env bash
# house.sh SOURCE_FOLDER: the rules of the house that text can show. Prints one line per breach and exits 1 if there is any.
#   arrows    app -> views -> models; inside models domain <- store <- figures, edits, sync <- exchange, reports <- items;
#             edits may also ask figures, because the scale of an indicator says what may be recorded
#   includes  from the project root, Qt in its short form (the compiler's check rests on that), SQL in models/store only
#   data      a project's code is data: no string such as "9Z" stands in C++
#   papers    the README's table names every package, links lead somewhere
#   habits    no waiting by the clock, no skipped test, nothing left open, no path outside the project
set -euo pipefail
cd -- "$1"

declare -A may_include=(
    [app]='app views models'
    [views]='views models'
    [models/domain]='models/domain'
    [models/store]='models/store models/domain'
    [models/figures]='models/figures models/store models/domain'
    [models/edits]='models/edits models/figures models/store models/domain'
    [models/sync]='models/sync models/store models/domain'
    [models/exchange]='models/exchange models/figures models/edits models/sync models/store models/domain'
    [models/reports]='models/reports models/figures models/edits models/sync models/store models/domain'
    [models/items]='models'
)

breaches=0
# Reads lines "FILE:LINE:TEXT" and counts each as a breach of rule $1.
breach() {
    local rule=$1 line
    while IFS= read -r line; do
        printf '%s: %s\n' "$rule" "$line"
        breaches=$((breaches + 1))
    done
}

# in_cpp PATTERN FOLDER...: matching lines of C++ sources, "FILE:LINE:TEXT".
in_cpp() {
    local pattern=$1
    shift
    grep -rHnE --include='*.cpp' --include='*.h' -e "$pattern" -- "$@" 2>/dev/null || true
}

# The folder a file or an include belongs to, as named in the table above.
home_of() {
    case $1 in
        models/*/*) local rest=${1#models/}; printf 'models/%s' "${rest%%/*}" ;;
        */*) printf '%s' "${1%%/*}" ;;
    esac
}

breach 'against the arrows' < <(
    in_cpp '^[[:space:]]*#[[:space:]]*include[[:space:]]*"[^"]*"' app views models | while IFS= read -r hit; do
        included=$(sed -E 's/^[^"]*"([^"]*)".*/\1/' <<<"$hit")
        [[ $included != *.moc ]] || continue
        from=$(home_of "${hit%%:*}")
        to=$(home_of "$included")
        allowed=no
        for home in ${may_include[${from:-?}]:-}; do
            case $to in "$home" | "$home"/*) allowed=yes ;; esac
        done
        case $included in *../* | ./*) allowed=no ;; esac
        [ "$allowed" = yes ] && [ -e "$included" ] || printf '%s\n' "$hit"
    done
)
breach 'SQL outside models/store' < <(in_cpp '^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"](QtSql|QSql|sqlite3)' app views models | grep -v '^models/store/' || true)
breach 'not the short include of Qt' < <(in_cpp '#[[:space:]]*include[[:space:]]*<Qt([A-Z][A-Za-z]*/|Core>|Gui>|Widgets>|Sql>|Charts>|Svg>)' app views models tests)
breach 'a project code in C++' < <(in_cpp '"[0-9][A-Z]"' app views models)
breach 'waiting by the clock' < <(in_cpp 'QTest::qWait[(]|QThread::[mu]?sleep[(]|sleep_for[(]|processEvents[(]' app views models tests)
breach 'a test that may not run' < <(in_cpp 'QSKIP|DISABLED' tests)
breach 'left open' < <(in_cpp '\b(TODO|FIXME|XXX)\b' app views models tests)
breach 'a path outside the project' < <(
    grep -rIHnE --exclude-dir={build,.git,house} --exclude=.git -e '[.][.]/(shared|[.]library)|/work/(main|shared|wt|[.]library)' -- . 2>/dev/null || true)
breach 'missing in the README' < <(
    if [ -e .ci/packages.txt ]; then
        sed -nE 's/^([a-z0-9][^[:space:]]*).*/\1/p' .ci/packages.txt | while read -r package; do
            grep -qF "\`$package\`" README.md || printf '%s\n' "$package"
        done
    fi)
breach 'a link to nothing' < <(
    for page in *.md */*.md */*/*.md; do
        [ -e "$page" ] || continue
        { grep -oE '\]\([^)]+' -- "$page" || true; } | sed 's/^](//; s/#.*//' | while read -r link; do
            [[ $link == *:* || -e "$(dirname -- "$page")/$link" ]] || printf '%s: %s\n' "$page" "$link"
        done
    done)

[ "$breaches" -eq 0 ] || { printf '%d breaches of the rules of the house\n' "$breaches"; exit 1; }

#!/usr/bin/env bash
# The checker must bite: plants one breach at a time in a small house and expects house.sh to name it.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
house=$(mktemp -d)
trap 'rm -rf -- "$house"' EXIT
failures=0

build_house() {
    rm -rf -- "${house:?}"/* "$house/.ci"
    mkdir -p "$house"/{app,views,tests,.ci} "$house"/models/{domain,store,figures,reports,items}
    : >"$house/README.md"
    printf '#pragma once\n#include <QString>\n' >"$house/models/domain/record.h"
    printf '#pragma once\n#include "models/domain/record.h"\n' | tee "$house"/models/{store/store.h,figures/board.h,reports/report.h,items/boardmodel.h} \
        "$house"/views/boardview.h "$house"/app/mainwindow.h >/dev/null
    printf '#include "models/store/store.h"\n#include <QSqlDatabase>\n#include "store.moc"\n' >"$house/models/store/store.cpp"
}

# expect RULE FILE LINE: with LINE added to FILE the checker fails and names RULE; with RULE "clean" it passes.
expect() {
    local rule=$1 file=$2 line=$3 said status=0
    build_house
    printf '%s\n' "$line" >>"$house/$file"
    said=$("$here/house.sh" "$house") || status=$?
    if [ "$rule" = clean ]; then
        [ "$status" -eq 0 ] && return
    elif [ "$status" -eq 1 ] && grep -qF "$rule: " <<<"$said"; then
        return
    fi
    printf 'expected "%s" for %s with: %s\ngot %d: %s\n' "$rule" "$file" "$line" "$status" "$said"
    failures=$((failures + 1))
}

expect clean models/items/boardmodel.h '#include "models/figures/board.h"'
expect clean app/mainwindow.h '#include "views/boardview.h"'
expect 'against the arrows' models/domain/record.h '#include "models/store/store.h"'
expect 'against the arrows' models/store/store.cpp '#include "models/figures/board.h"'
expect 'against the arrows' models/figures/board.h '#include "models/reports/report.h"'
expect 'against the arrows' models/items/boardmodel.h '#include "views/boardview.h"'
expect 'against the arrows' views/boardview.h '#include "app/mainwindow.h"'
expect 'against the arrows' views/boardview.h '#include "boardview.h"'
expect 'against the arrows' views/boardview.h '#include "models/../app/mainwindow.h"'
expect 'against the arrows' views/boardview.h '#include "models/domain/gone.h"'
expect 'SQL outside models/store' models/figures/board.h '#include <QSqlQuery>'
expect 'SQL outside models/store' app/mainwindow.h '# include <sqlite3.h>'
expect 'not the short include of Qt' views/boardview.h '#include <QtWidgets/QTableView>'
expect 'not the short include of Qt' views/boardview.h '#include <QtWidgets>'
expect clean models/domain/record.h '#include <QtGlobal>'
expect 'a project code in C++' models/domain/record.h 'const auto code = u"9Z"_s;'
expect 'waiting by the clock' views/boardview.h 'QCoreApplication::processEvents();'
expect 'a link to nothing' README.md 'See [the manual](manual.md).'
expect clean README.md 'See [the store](models/store/store.h) and [Debian](https://www.debian.org/).'
expect 'missing in the README' .ci/packages.txt 'cowsay   # a reason'
expect 'waiting by the clock' tests/tst_x.cpp 'QTest::qWait(50);'
expect 'a test that may not run' tests/tst_x.cpp 'QSKIP("not today");'
expect 'left open' views/boardview.h '// TODO the rest'
expect 'a path outside the project' app/data.txt 'read ../shared/data.csv'

[ "$failures" -eq 0 ] || { printf '%d failures\n' "$failures"; exit 1; }

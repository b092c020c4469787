#!/usr/bin/env bash
# plurals.sh LUPDATE SOURCE_FOLDER: is every English plural of the sources written out in liaison_en.ts, and nothing that is gone?
set -euo pipefail
lupdate=$1
cd -- "$2"
fresh=$(mktemp --suffix=.ts)
trap 'rm -f -- "$fresh"' EXIT
cp -- translations/liaison_en.ts "$fresh"
"$lupdate" -silent -pluralonly -locations none -extensions cpp,h -I . app models views -ts "$fresh"
if grep -nE 'type="(unfinished|vanished|obsolete)"' -B 4 -- "$fresh"; then
    echo 'Run: cmake --build --preset dev --target update_translations, then write both forms of the unfinished ones into translations/liaison_en.ts'
    exit 1
fi

#!/usr/bin/env bash
# remake.sh MAKER MAP: unpacks the map to GeoJSON, makes it again from there, and compares.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
"$1" --unpack "$2" "$work/world.geojson"
"$1" "$work/world.geojson" "$work/world.map"
cmp "$work/world.map" "$2"

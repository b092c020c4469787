# Shared by ./run and ./test: installs what is missing and builds a preset. Source it; `root` is then the source folder.
# Everything here speaks on standard error: standard output belongs to the program.
# shellcheck shell=bash

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

missing_packages() {
    local wanted
    mapfile -t wanted < <(sed -E 's/[[:space:]]*(#.*)?$//; /^$/d' "$root/.ci/packages.txt" | LC_ALL=C sort)
    LC_ALL=C comm -23 <(printf '%s\n' "${wanted[@]}") \
        <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^installed //p' | LC_ALL=C sort -u)
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

# Never calls apt when nothing is missing.
install_missing() {
    command -v dpkg-query >/dev/null || { say "This is not Debian: install what .ci/packages.txt lists by hand."; return 0; }
    local missing
    mapfile -t missing < <(missing_packages)
    [ "${#missing[@]}" -gt 0 ] || return 0
    say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    local wait=(-o DPkg::Lock::Timeout=600)
    as_root apt-get -q "${wait[@]}" update >&2 || return 1
    as_root apt-get -q -y "${wait[@]}" --no-install-recommends install "${missing[@]}" >&2
}

# build PRESET: configures where there is no build yet or the folder has moved, then builds; one build of a folder at a time.
build() {
    local preset=$1 dir=$root/build/$1
    mkdir -p "$dir" || return 1
    (
        cd -- "$root" && flock 9 || exit 1
        if [ ! -e "$dir/build.ninja" ]; then
            cmake --preset "$preset" || exit 1
        elif ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$dir/CMakeCache.txt"; then
            cmake --fresh --preset "$preset" || exit 1
        fi
        # Says nothing when there is nothing to do.
        cmake --build --preset "$preset" --parallel "$(nproc)" |
            sed -u '/^ninja: no work to do\.$/d; /Re-checking globbed directories/d'
    ) 9>"$dir/.lock" >&2
}

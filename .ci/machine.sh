# shellcheck shell=bash
# What ./start and ./test both ask of the machine: Debian packages, the .NET SDK, and a folder for the build.
# Sourced with $root set to the clone.

say() { printf '%s\n' "$@"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

# A clone that belongs to somebody else is left as it is: the build then goes to the cache of whoever runs it.
if [[ -O ${root:?} && -w $root ]]; then
  build=$root/.build
else
  cache=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}
  mkdir -p "$cache" 2>/dev/null || cache=${TMPDIR:-/tmp}/opensocialmap-$(id -u)
  build=$cache/opensocialmap/$(printf %s "$root" | sha256sum | cut -c1-12)
fi
if ! mkdir -p "$build" 2>/dev/null || [[ ! -O $build ]]; then
  fail "The build needs a folder of your own and $build can't be one. Set XDG_CACHE_HOME to a folder that you can write in."
fi
# System accounts often have no home, and the SDK keeps its packages there.
if [[ ! -w ${HOME:-/nonexistent} ]]; then
  export HOME=$build/home
  mkdir -p "$HOME"
fi

# need_postgis: installs PostgreSQL with PostGIS unless they are there.
need_postgis() {
  [[ -z $(postgis_version) ]] || return 0
  [[ -n $(postgis_package) ]] || apt_get_update postgresql-15-postgis-3
  local package drop_in=/etc/postgresql-common/createcluster.d/opensocialmap.conf
  package=$(postgis_package)
  [[ -n $package ]] || fail "apt offers no PostGIS for PostgreSQL 15 or newer. Add https://apt.postgresql.org to its sources and try again."
  # Debian would also create and start a cluster of its own on port 5432; only this one installation is told not to.
  as_root "$package" sh -c "mkdir -p ${drop_in%/*} && echo create_main_cluster = false > $drop_in"
  apt_get_install "$package" || true
  as_root "$package" sh -c "rm -f $drop_in && rmdir --ignore-fail-on-non-empty ${drop_in%/*}"
  [[ -n $(postgis_version) ]] || fail "apt could not install $package."
}

# The newest PostgreSQL on this machine, 15 or later, that has PostGIS; or nothing.
postgis_version() {
  local control version
  for control in /usr/share/postgresql/*/extension/postgis.control; do
    version=${control#/usr/share/postgresql/}
    version=${version%%/*}
    if [[ $version =~ ^[0-9]+$ && -x /usr/lib/postgresql/$version/bin/initdb ]] && ((version >= 15)); then
      echo "$version"
    fi
  done | sort -n | tail -1
}

# The PostGIS package that apt offers: for a PostgreSQL that is here already, else for the newest.
postgis_package() {
  command -v apt-cache >/dev/null || return 0
  local offered version
  offered=$(apt-cache pkgnames postgresql- | sed -n 's/^postgresql-\([0-9]\+\)-postgis-3$/\1/p' | awk '$1 >= 15' | sort -n)
  [[ -n $offered ]] || return 0
  for version in $offered; do
    [[ ! -x /usr/lib/postgresql/$version/bin/initdb ]] || break
  done
  echo "postgresql-$version-postgis-3"
}

# need_command COMMAND PACKAGE...: installs the packages when the command is not there.
need_command() {
  command -v "$1" >/dev/null || apt_get_install "${@:2}" || fail "apt could not install ${*:2}."
}

# need_library FILE PACKAGE: installs the package of a shared library when the loader doesn't know it.
need_library() {
  [[ $(/sbin/ldconfig -p) == *"$1"* ]] || apt_get_install "$2" || fail "apt could not install $2."
}

# need_python_module MODULE PACKAGE: installs the package of a module of Debian's own Python when it is not there.
need_python_module() {
  /usr/bin/python3 -c "import $1" 2>/dev/null || apt_get_install "$2" || fail "apt could not install $2."
}

apt_get_install() {
  apt_get_update "$@"
  say "Installing $* ..."
  as_root "$*" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >"$build/apt.log" 2>&1 ||
    { tail -5 "$build/apt.log" >&2; return 1; }
}

apt_get_update() {
  [[ -z ${apt_is_fresh:-} ]] || return 0
  as_root "$*" apt-get update -qq || say "apt-get update failed; going on with the package lists that are here." >&2
  apt_is_fresh=yes
}

# as_root PACKAGES COMMAND...: runs the command as root, or says what somebody who is root has to install.
as_root() {
  local packages=$1
  shift
  command -v apt-get >/dev/null ||
    fail "Missing: $packages (Debian's names), and this machine has no apt. Install PostgreSQL 15 or newer with PostGIS 3; the tests need Chromium and the solvers CLP and CBC too."
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
    sudo "$@"
  else
    fail "Missing: $packages, and installing them needs root. Ask for: apt-get install --no-install-recommends $packages"
  fi
}

# need_dotnet: puts dotnet on the PATH when it is only in one of its usual places.
need_dotnet() {
  local folder
  for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet; do
    command -v dotnet >/dev/null || [[ ! -x $folder/dotnet ]] || PATH=$folder:$PATH
  done
  command -v dotnet >/dev/null || fail "The .NET SDK 10 is missing. Install it from https://dot.net/download and try again."
}

# need_packages_of FOLDER: puts the npm packages of its lock file into $build/node_modules, when they aren't there yet.
# Scripts below $build find them there. A Node.js that is too old for the packages (Debian 12's is) gets a newer one from npm beside it.
need_packages_of() {
  local folder=$1 oldest_good=20 stamp=$build/node_modules/.installed-from
  need_command node nodejs
  need_command npm npm
  if ! cmp -s "$folder/package-lock.json" "$stamp"; then
    say "Installing the npm packages of ${folder#"$root"/} ..."
    rm -f "$stamp"
    cp "$folder/package.json" "$folder/package-lock.json" "$build"
    npm ci --prefix "$build" --ignore-scripts --no-audit --no-fund >"$build/npm.log" 2>&1 ||
      { tail -5 "$build/npm.log" >&2; fail "npm could not install the packages of $folder; all that it said is in $build/npm.log"; }
    cp "$folder/package-lock.json" "$stamp"
  fi
  (($(node --print 'parseInt(process.versions.node)') >= oldest_good)) || need_newer_node
}

# need_newer_node: a Node.js from npm, first on the PATH.
need_newer_node() {
  local package
  package=node-linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
  if [[ ! -x $build/node/node_modules/$package/bin/node ]]; then
    say "Installing a newer Node.js ..."
    npm install --prefix "$build/node" --no-audit --no-fund "$package@22.23.3" >"$build/npm.log" 2>&1 || { tail -5 "$build/npm.log" >&2; fail "npm could not install $package."; }
  fi
  PATH=$build/node/node_modules/$package/bin:$PATH
}

# publish_server LOG FOLDER: the server as it ships, compiled ahead of time for this machine.
publish_server() {
  build_in "$1" publish "$root/src/OpenSocialMap.Server" --use-current-runtime --no-self-contained -p:PublishReadyToRun=true -o "$2"
}

# build_in LOG DOTNET-ARGUMENTS...: builds into $build; what the build says is shown only when it fails.
build_in() {
  local log=$1 child
  shift
  dotnet --list-sdks | grep -q '^10\.' ||
    fail "Building needs the .NET SDK 10, and this machine has: $(dotnet --list-sdks | cut -d' ' -f1 | xargs). Install it from https://dot.net/download and try again."
  dotnet "$@" -c Release --artifacts-path "$build/artifacts" -v quiet -nodeReuse:false -p:UseSharedCompilation=false </dev/null >"$log" 2>&1 &
  # Whoever stops us stops the build as well.
  child=$!
  trap 'kill "$child"; exit 130' INT TERM
  if ! wait "$child"; then
    { grep ': error ' "$log" || tail -20 "$log"; } | sort -u | head -20 >&2
    fail "The build failed; all that it said is in $log"
  fi
  trap - INT TERM
}

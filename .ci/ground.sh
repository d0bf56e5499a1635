# What ./start and ./test both stand on: Swift, and the libraries of the system. Sourced, not run.

# Swift as Package.swift asks for it; tried with the version that the README names.
swift_needed=$(sed -n 's|^// swift-tools-version: *||p' Package.swift)
swift_tried=6.3.1

# Finds Swift on the path or where its installers leave it, or says what to do and stops.
find_swift() {
  local place found
  if ! command -v swift >/dev/null 2>&1; then
    for place in "${SWIFTLY_BIN_DIR:-}" "$HOME/.local/share/swiftly/bin" "$HOME/.local/bin" \
      /opt/swift/usr/bin /usr/local/swift/usr/bin /usr/libexec/swift/bin; do
      if [ -n "$place" ] && [ -x "$place/swift" ]; then
        PATH="$place:$PATH"
        break
      fi
    done
  fi
  if ! command -v swift >/dev/null 2>&1; then
    echo "Kith needs Swift $swift_needed or newer, and no Swift was found." >&2
    how_to_get_swift
    return 1
  fi
  found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  if [ -z "$found" ]; then
    echo "$(command -v swift) does not say its version. Kith needs Swift $swift_needed or newer." >&2
    how_to_get_swift
    return 1
  fi
  if [ "$(printf '%s\n%s\n' "$swift_needed" "$found" | sort -V | head -n 1)" != "$swift_needed" ]; then
    echo "Kith needs Swift $swift_needed or newer; $(command -v swift) is $found." >&2
    how_to_get_swift
    return 1
  fi
}

how_to_get_swift() {
  cat >&2 <<TEXT
Install Swift $swift_tried, with which Kith was tried, and run this command again:

  curl -O https://download.swift.org/swiftly/linux/swiftly-\$(uname -m).tar.gz
  tar zxf swiftly-\$(uname -m).tar.gz
  ./swiftly init --skip-install
  . "\$HOME/.local/share/swiftly/env.sh"
  swiftly install --use $swift_tried

Or take the archive for your system from https://www.swift.org/install/linux/
and put its usr/bin folder on your PATH.
TEXT
}

# Names of the Debian packages that are missing, found by what each brings and not by its name, so
# that a library that came some other way is taken as it is.
missing_for_build() {
  command -v git >/dev/null 2>&1 || echo git
  [ -e /etc/ssl/certs/ca-certificates.crt ] || [ -d /etc/pki/tls/certs ] || echo ca-certificates
  [ -e /usr/share/zoneinfo/Europe/London ] || echo tzdata
  compgen -G '/usr/lib/gcc/*/*/libstdc++.so' >/dev/null || echo g++
  if command -v pkg-config >/dev/null 2>&1; then
    pkg-config --exists sqlite3 || echo libsqlite3-dev
    pkg-config --exists libxml-2.0 || echo libxml2-dev
    pkg-config --exists libpq || echo libpq-dev
    pkg-config --exists libzstd || echo libzstd-dev
    pkg-config --exists zlib || echo zlib1g-dev
  else
    echo pkg-config libsqlite3-dev libxml2-dev libpq-dev libzstd-dev zlib1g-dev
  fi
}

# Installs what is missing, as root; otherwise says the one command to run and stops.
install() {
  [ $# -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "Missing on this system (names as on Debian): $*" >&2
    echo "Install them with the system's own package manager and run this command again." >&2
    return 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    echo "Some packages of the system are missing. Run this, and then this command again:" >&2
    echo >&2
    echo "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends $*" >&2
    echo >&2
    return 1
  fi
  echo "Installing from the system's packages: $*" >&2
  if ! { DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -qq "$@"; } >&2; then
    echo "They could not be installed; the lines above say why." >&2
    return 1
  fi
}

# A private PostgreSQL for tests, in a folder of its own, reached by a socket there alone. Sourced.

# Where Debian, or an installer, leaves the newest server's programs.
postgresql_programs() {
  local found
  found=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)
  [ -n "$found" ] || found=$(command -v initdb) || return 1
  dirname "$found"
}

# PostgreSQL refuses to run as root: there, it runs as the user that its package has made.
as_server() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

# cluster_start FOLDER [SETTING=VALUE…]: makes and starts one; sets KITH_TEST_SERVER to its address.
cluster_start() {
  local folder=$1 programs setting
  shift
  programs=$(postgresql_programs) || { echo "PostgreSQL is not installed." >&2 && return 1; }
  rm -rf "$folder"
  mkdir -p "$folder/socket"
  [ "$(id -u)" -ne 0 ] || chown -R postgres "$folder"
  as_server "$programs/initdb" -D "$folder/data" -U kith -A trust -E UTF8 --locale=C --no-sync \
    >"$folder/initdb.log" || return 1
  {
    echo "listen_addresses = ''"
    echo "unix_socket_directories = '$folder/socket'"
    echo "max_connections = 300"
    # Many stores are made at once, each of them some hundred tables and indexes in one transaction.
    echo "max_locks_per_transaction = 512"
    for setting in "$@"; do echo "${setting%%=*} = '${setting#*=}'"; done
  } >>"$folder/data/postgresql.conf"
  as_server "$programs/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w start >/dev/null || {
    cat "$folder/server.log" >&2
    return 1
  }
  export KITH_TEST_SERVER="postgres://kith@/postgres?host=$folder/socket"
}

cluster_stop() {
  local programs
  programs=$(postgresql_programs) || return 0
  as_server "$programs/pg_ctl" -D "$1/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$1"
}

# cluster_again FOLDER: starts one that was stopped or killed, with what it had kept.
cluster_again() {
  local programs
  programs=$(postgresql_programs) || return 1
  as_server "$programs/pg_ctl" -D "$1/data" -l "$1/server.log" -w start >/dev/null
}

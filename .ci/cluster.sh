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

# cluster_far FOLDER: lets it be reached over the network of this machine too, by TLS and a password
# alone, as db.kith.test; sets KITH_TEST_FAR to its address.
cluster_far() {
  local folder=$1 programs port
  programs=$(postgresql_programs) || return 1
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=db.kith.test \
    -addext subjectAltName=DNS:db.kith.test -keyout "$folder/data/far.key" -out "$folder/far.crt" \
    2>/dev/null || return 1
  chmod 600 "$folder/data/far.key"
  [ "$(id -u)" -ne 0 ] || chown postgres "$folder/data/far.key"
  as_server "$programs/psql" -q -h "$folder/socket" -U kith postgres \
    -c "CREATE ROLE far LOGIN SUPERUSER PASSWORD 'four quiet otters'" || return 1
  {
    echo "listen_addresses = '127.0.0.1'"
    echo "port = $port"
    echo "ssl = on"
    echo "ssl_cert_file = '$folder/far.crt'"
    echo "ssl_key_file = 'far.key'"
  } >>"$folder/data/postgresql.conf"
  echo "hostssl all far 127.0.0.1/32 scram-sha-256" >"$folder/data/pg_hba.conf"
  echo "local all all trust" >>"$folder/data/pg_hba.conf"
  as_server "$programs/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w restart >/dev/null || return 1
  # The name of its socket says the port.
  export KITH_TEST_SERVER="postgres://kith@/postgres?host=$folder/socket&port=$port"
  export KITH_TEST_FAR="postgres://far:four%20quiet%20otters@db.kith.test:$port/postgres?hostaddr=127.0.0.1&sslrootcert=$folder/far.crt"
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

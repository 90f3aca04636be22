"""A PostgreSQL server of the check's own, on loopback."""

import csv
import io
import os
import shutil
import subprocess

from .machine import free_port, need, postgres_bin


class Postgres:
    """Started with `fsync` on as in production; a check that does not ask about speed may turn it off."""

    def __init__(self, run, fsync=True, options=""):
        if postgres_bin() is None:
            need(initdb="postgresql")
        self.bin = postgres_bin()
        self.folder = run.folder / "postgres"
        self.port = None
        durable = "" if fsync else " -c fsync=off -c full_page_writes=off"
        self.options = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300{durable} {options}"
        self.folder.mkdir()
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._command("initdb", "-D", self.folder / "data", "-A", "trust", "-U", "portal", "--locale=C.UTF-8", "--no-sync")
        run.callback(self.stop, mode="immediate")
        # a free port may be taken by the time the server starts: then another one
        for attempt in range(5):
            self.port = free_port()
            if self.start(check=attempt == 4):
                break

    def start(self, check=True):
        return self._pg_ctl("-w", "-t", "60", "start", "-o", f"-p {self.port} {self.options}", check=check)

    def stop(self, mode="fast"):
        """`immediate` is a crash: it recovers when it starts again."""
        if (self.folder / "data" / "postmaster.pid").exists():
            self._pg_ctl("-m", mode, "-w", "stop", check=False)

    def create_database(self, name):
        """Returns the connection string the portal takes."""
        self.execute(f'CREATE DATABASE "{name}"', database="postgres")
        return self.connection_string(name)

    def connection_string(self, database):
        return f"Host=127.0.0.1;Port={self.port};Username=portal;Database={database}"

    def execute(self, sql, database):
        return self._psql(database, "-c", sql).stdout

    def rows(self, sql, database):
        """Rows as dictionaries of text."""
        return list(csv.DictReader(io.StringIO(self._psql(database, "--csv", "-c", sql).stdout)))

    def _psql(self, database, *arguments):
        return self._run(
            [self.bin / "psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "portal", "-d", database, "-X", "-q", "-v", "ON_ERROR_STOP=1", *arguments],
            env={**os.environ, "PGTZ": "UTC"})

    def _pg_ctl(self, *arguments, check):
        return self._command("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", *arguments, check=check).returncode == 0

    # the server refuses to run as root; then it belongs to the user its package made
    def _command(self, name, *arguments, check=True):
        command = [self.bin / name, *arguments]
        return self._run(["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command, check=check)

    def _run(self, command, check=True, env=None):
        # its output goes to files: a server that inherited a pipe would keep it open
        with open(self.folder.parent / "postgres.out", "w+") as output, open(self.folder.parent / "postgres.err", "w+") as errors:
            done = subprocess.run(
                list(map(str, command)), stdin=subprocess.DEVNULL, stdout=output, stderr=errors, text=True, env=env, cwd="/")
            output.seek(0)
            errors.seek(0)
            done.stdout, done.stderr = output.read(), errors.read()
        if check and done.returncode != 0:
            raise RuntimeError(f"{command[0]} failed: {done.stderr or done.stdout}")
        return done

"""Reads the database as it is, without the product: one way for both kinds."""

import sqlite3
import time


class PostgresRows:
    def __init__(self, server, name):
        self.server, self.name = server, name

    def rows(self, sql):
        """Rows as dictionaries of text; None is the empty text."""
        return self.server.rows(sql, self.name)

    def change(self, sql):
        self.server.execute(sql, self.name)

    def faults(self):
        """What the database itself finds wrong; the server has looked at what it recovered."""
        return []

    # this moment, to be compared with an instant
    now = "now()"

    @staticmethod
    def seconds(column):
        """An instant as seconds since the epoch."""
        return f'extract(epoch FROM {column})::bigint'

    @staticmethod
    def hex(column):
        return f"encode({column}, 'hex')"


class SqliteRows:
    def __init__(self, file):
        self.file = file

    def rows(self, sql):
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as connection:
            found = connection.execute(sql)
            names = [column[0] for column in found.description]
            return [{name: "" if value is None else str(value) for name, value in zip(names, row)} for row in found]

    def change(self, sql):
        with sqlite3.connect(self.file) as connection:
            connection.executescript(sql)

    def faults(self):
        said = [row["integrity_check"] for row in self.rows("PRAGMA integrity_check")]
        return [line for line in said if line != "ok"] + self.rows("PRAGMA foreign_key_check")

    @property
    def now(self):
        return str(int(time.time() * 10_000_000))

    @staticmethod
    def seconds(column):
        # ticks of 100 ns
        return f"{column} / 10000000"

    @staticmethod
    def hex(column):
        return f"lower(hex({column}))"

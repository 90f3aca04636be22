"""Reads the database as it is, without the product: one way for both kinds."""

import sqlite3


class PostgresRows:
    def __init__(self, server, name):
        self.server, self.name = server, name

    def rows(self, sql):
        """Rows as dictionaries of text; None is the empty text."""
        return self.server.rows(sql, self.name)

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

    @staticmethod
    def seconds(column):
        # ticks of 100 ns
        return f"{column} / 10000000"

    @staticmethod
    def hex(column):
        return f"lower(hex({column}))"

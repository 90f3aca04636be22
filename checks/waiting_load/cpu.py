"""What a process has spent so far."""

import os

TICK = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid):
    """User and system time of the process with all its threads."""
    with open(f"/proc/{pid}/stat") as stat:
        # the name may hold spaces; what follows it does not
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK

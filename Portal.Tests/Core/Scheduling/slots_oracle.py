# Which half-day hours are open around every change of a clock, by another language's time zones.
#
# Reads zone ids, one a line. Prints "tzdb VERSION", and then for each zone, each change of its offset (or one ordinary
# moment where there is none), each beginning of the hours and each length a line:
#     zone change begin length start,start,...
# where change is in unix seconds, begin and length in minutes, and starts are quarters of an hour since the change.
import bisect
import sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

UTC = timezone.utc
FIRST, LAST = int(datetime(2024, 1, 1, tzinfo=UTC).timestamp()), int(datetime(2031, 1, 1, tzinfo=UTC).timestamp())
ORDINARY = int(datetime(2026, 6, 17, 12, tzinfo=UTC).timestamp())
DAY, QUARTER = 86400, 900
OPEN_MINUTES = 8 * 60
BEGINS = (0, 90, 150, 540, 780, 1320)
LENGTHS = (15, 45, 90)
# starts are looked for half a day to each side; the longest meeting reaches further
BEFORE, AFTER, REACH = 48, 48, 6


def offset(zone, second):
    return int(datetime.fromtimestamp(second, zone).utcoffset().total_seconds())


def changes(zone):
    """Seconds from which another offset holds."""
    found = []
    before = offset(zone, FIRST - 1)
    for day in range(FIRST, LAST, DAY):
        after = offset(zone, min(day + DAY, LAST) - 1)
        if after != before:
            found.append(bisect.bisect_left(range(day, day + DAY), True, key=lambda second: offset(zone, second) == after) + day)
        before = after
    return found


def open_starts(zone, change, begin):
    """For each quarter of an hour: whether it lies in the hours, and how long they go on without a gap."""
    since_begin = []
    for quarter in range(-BEFORE, AFTER + REACH):
        wall = datetime.fromtimestamp(change + quarter * QUARTER, zone)
        since_begin.append((wall.hour * 60 + wall.minute - begin) % 1440)
    going_on, run = [], 0
    for minutes in reversed(since_begin):
        run = run + 1 if minutes < OPEN_MINUTES else 0
        going_on.append(run)
    going_on.reverse()
    return since_begin, going_on


def main():
    with open("/usr/share/zoneinfo/tzdata.zi") as data:
        print("tzdb", data.readline().split()[-1])
    for name in sys.stdin.read().split():
        zone = ZoneInfo(name)
        for change in changes(zone) or [ORDINARY]:
            assert change % QUARTER == 0 and offset(zone, change) % QUARTER == 0, (name, change)
            for begin in BEGINS:
                since_begin, going_on = open_starts(zone, change, begin)
                for length in LENGTHS:
                    starts = [
                        str(index - BEFORE)
                        for index in range(BEFORE + AFTER)
                        if going_on[index] >= length // 15 and since_begin[index] % length == 0
                    ]
                    print(name, change, begin, length, ",".join(starts))


main()

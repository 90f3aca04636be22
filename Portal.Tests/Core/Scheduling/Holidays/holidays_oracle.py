# Public holidays by Debian's python3-holidays. Reads region ids, one a line; prints "REGION YEAR-MONTH-DAY" for 2025 to 2028.
import sys

import holidays

YEARS = range(2025, 2029)
SPAIN = {"": None, "AN": "AND", "CT": "CAT"}


def dates(region):
    country, _, part = region.partition("-")
    if country == "DE":
        # the days all Länder share, which the package has no name for
        parts = [part] if part else holidays.DE.PROVINCES
        return set.intersection(*(set(holidays.DE(prov=one, years=YEARS)) for one in parts))
    if country == "AT":
        return holidays.AT(years=YEARS)
    if country == "FR":
        return holidays.FRA(prov={"": "Métropole", "AM": "Alsace-Moselle"}[part], years=YEARS)
    if country == "ES":
        return holidays.ES(prov=SPAIN[part], years=YEARS)
    if country == "GB":
        return {"EAW": holidays.England, "SCT": holidays.Scotland, "NIR": holidays.NorthernIreland}[part](years=YEARS)
    return holidays.US(years=YEARS)


for region in sys.stdin.read().split():
    for date in sorted(dates(region)):
        if date.year in YEARS:
            print(region, date.isoformat())

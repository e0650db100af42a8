"""Japan's time: certificates end, months are counted and audits are asked for in it."""

from datetime import date, datetime, timedelta, timezone

JST = timezone(timedelta(hours=9), "JST")


def today() -> date:
    return datetime.now(JST).date()

"""The dates that python-dateutil gives, and the instants that they are in Amsterdam. A question a line in, an answer a line out."""
import json
import sys
import warnings
from datetime import datetime, timezone
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rruleset, rrulestr

# Python's own zones: those of dateutil end in 2037.
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# About UNTIL beside COUNT.
warnings.simplefilter("ignore", DeprecationWarning)

for line in sys.stdin:
    question = json.loads(line)
    through = datetime.fromisoformat(question["through"])
    end = min(through, datetime.fromisoformat(question["until"] or question["through"]))
    rule = rrulestr(question["rule"], dtstart=datetime.fromisoformat(question["start"]))
    chosen = rruleset()
    # Also where it counts: a rule that never fires would be followed until the year 9999.
    chosen.rrule(rule.replace(until=end))
    for text in question["except"]:
        chosen.exdate(datetime.fromisoformat(text))
    for text in question["extra"]:
        chosen.rdate(datetime.fromisoformat(text))
    times = list(islice(takewhile(lambda time: time <= through, chosen), question["limit"]))
    instants = [time.replace(tzinfo=AMSTERDAM).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ") for time in times]
    print(json.dumps({"times": [time.isoformat() for time in times], "instants": instants}))

"""The questions of `commonground calendar add` and `between`, answered by numpy.

The conventions are ours, said in numpy's words: a start on a day off counts from the working day before it, so that
day 1 is the next working day (roll='backward'); "the same working day" of a day off is the next one (roll='forward').
"""
import argparse
import json
import sys

import numpy as np

arguments = argparse.ArgumentParser()
arguments.add_argument("task", choices=["add", "between"])
arguments.add_argument("--division", required=True)
arguments.add_argument("--calendar", required=True)
options = arguments.parse_args()

with open(options.calendar, encoding="utf-8") as file:
    events = json.load(file)[options.division]["events"]
calendar = np.busdaycalendar(holidays=[event["date"] for event in events])

lines = [line.split() for line in sys.stdin]
starts = np.array([line[0] for line in lines], dtype="datetime64[D]")
if options.task == "add":
    counts = np.array([int(line[1]) for line in lines])
    answers = np.where(
        counts == 0,
        np.busday_offset(starts, 0, roll="forward", busdaycal=calendar),
        np.busday_offset(starts, counts, roll="backward", busdaycal=calendar),
    )
else:
    # busday_count takes the first day in and leaves the last one out; we count the other way round. What it does
    # with days in falling order depends on its version, so it never gets them.
    ends = np.array([line[1] for line in lines], dtype="datetime64[D]")
    first, last = np.minimum(starts, ends) + 1, np.maximum(starts, ends) + 1
    answers = np.busday_count(first, last, busdaycal=calendar) * np.where(ends < starts, -1, 1)
sys.stdout.write("".join(f"{answer}\n" for answer in answers))

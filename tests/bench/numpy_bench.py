"""The questions of calendar_bench.cpp, answered by numpy: whole arrays at once, a busdaycalendar made beforehand."""
import json
import os
import sys
import time

import numpy as np

QUESTIONS = 65_536
ROUNDS = 41

state = int(sys.argv[1])


def below(n):
    global state
    state ^= (state << 13) & 0xFFFFFFFF
    state ^= state >> 17
    state ^= (state << 5) & 0xFFFFFFFF
    return state % n


drawn = np.array([(below(3287), 1 + below(45), below(366)) for _ in range(QUESTIONS)], dtype=np.int64)
starts = np.datetime64("2019-01-01", "D") + drawn[:, 0]
counts = np.ascontiguousarray(drawn[:, 1])
ends = starts + drawn[:, 2]
# busday_count takes the first day in and leaves the last out; we count the other way round.
first, last = starts + 1, ends + 1

path = os.path.join(os.path.dirname(__file__), "../../policies/calendars/bank-holidays.json")
with open(path, encoding="utf-8") as file:
    holidays = [event["date"] for event in json.load(file)["england-and-wales"]["events"]]


def measured(name, work):
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter_ns()
        answers = work()
        taken.append(time.perf_counter_ns() - start)
    print(f"{name} {min(taken) / QUESTIONS:.3f}")
    print(f"sum_{name} {answers.astype(np.int64).sum()}")


for name, calendar in [("plain", np.busdaycalendar()), ("holidays", np.busdaycalendar(holidays=holidays))]:
    measured(f"added_{name}", lambda: np.busday_offset(starts, counts, roll="backward", busdaycal=calendar))
    measured(f"counted_{name}", lambda: np.busday_count(first, last, busdaycal=calendar))

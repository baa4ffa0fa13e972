// UK time as an Intl knows it, of node or of a browser. The functions are sent to a page as text, so each holds all
// that it needs.

// 'YYYY-MM-DDTHH:MM BST' of each instant (milliseconds).
export function ukTimes(instants) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    hourCycle: 'h23', timeZoneName: 'short',
  });
  return instants.map((instant) => {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute} ${part.timeZoneName}`;
  });
}

// '2026-03-29T01:00:00.000Z BST' for each change of the clocks in these years, to the minute: found from how far the
// time told is from UTC, day by day and then by halving.
export function zoneChanges([fromYear, toYear]) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
    hourCycle: 'h23', timeZoneName: 'short',
  });
  const told = (minute) => Object.fromEntries(format.formatToParts(minute * 60_000).map(({ type, value }) => [type, value]));
  const ahead = (minute) => {
    const { year, month, day, hour, minute: past } = told(minute);
    return Date.UTC(year, month - 1, day, hour, past) / 60_000 - minute;
  };
  const changes = [];
  const end = Date.UTC(toYear + 1, 0, 1) / 60_000;
  for (let from = Date.UTC(fromYear, 0, 1) / 60_000; from < end; from += 1440) {
    let before = from;
    let after = from + 1440;
    if (ahead(before) === ahead(after)) continue;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (ahead(middle) === ahead(before)) before = middle;
      else after = middle;
    }
    changes.push(`${new Date(after * 60_000).toISOString()} ${told(after).timeZoneName}`);
  }
  return changes;
}

export const kYears = [1996, 2037]; // the rule holds from 1996; system zone files list single changes up to 2037

// Every quarter of an hour for this many days on both sides of each of these changes.
export const around = (changes, days = 2) => changes.flatMap((change) => {
  const at = Date.parse(change.split(' ')[0]);
  return Array.from({ length: 2 * 96 * days + 1 }, (_, index) => at + (index - 96 * days) * 900_000);
});

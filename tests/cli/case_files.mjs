// Case files for tests: events that each name the one before and are identified by the SHA-256 of their canonical
// JSON (design: src/casework/event.h).
import { createHash } from 'node:crypto';

const sorted = (value) => (value && typeof value === 'object' && !Array.isArray(value)
  ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
  : Array.isArray(value) ? value.map(sorted) : value);
export const hash = (value) => createHash('sha256').update(JSON.stringify(sorted(value))).digest('hex');

// A case to be told event by event: tell(event, changes) adds the event with these changes after the last.
export function caseFile() {
  const events = [];
  const tell = (event, changes) => {
    const { id, ...rest } = { ...event, ...changes, parents: events.map(({ id: parent }) => parent).slice(-1) };
    events.push({ ...rest, id: hash(rest) });
  };
  return { events, tell };
}

// The dates that npm's rrule gives. Standard input: a question a line; standard output: the first local times of each, a line.
import { createInterface } from 'node:readline';
import rrule from 'rrule';

const { RRule, RRuleSet } = rrule;

// The library counts on the clock of UTC; so the clock of Amsterdam is put there, and what comes back is read the same way.
const moment = (text) => new Date(`${text}Z`);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { rule, start, until, through, except, extra, limit } = JSON.parse(line);
  const set = new RRuleSet();
  const [end] = [until ?? through, through].sort();
  // Also where it counts: a rule that never fires would be followed until the year 9999.
  set.rrule(new RRule({ ...RRule.parseString(rule), dtstart: moment(start), until: moment(end) }));
  for (const date of except) set.exdate(moment(date));
  for (const date of extra) set.rdate(moment(date));
  // A set gives its extra dates out of order.
  const times = set.all().filter((date) => date <= moment(through)).sort((one, other) => one - other);
  process.stdout.write(JSON.stringify(times.slice(0, limit).map((date) => date.toISOString().slice(0, 19))) + '\n');
}

// The agenda as programs read it: a calendar, a feed reader, a reader of linked data. Each gets the same times as GraphQL gives.
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import { ask, promise, url } from './promises.mjs';

const at = (path) => new URL(path, url).toString();

// What is asked for again is the same: nothing is written meanwhile.
const once = (find) => {
  const found = new Map();
  return (asked) => found.get(asked) ?? found.set(asked, find(asked)).get(asked);
};
const text = once(async (path) => (await fetch(at(path))).text());

// All times of the agenda, page after page.
const agenda = once(async (filters = '') => {
  const times = [];
  for (let after = null; ; ) {
    const page = (await ask(
      `query ($after: String) { agenda(first: 100, after: $after${filters}) {
        pageInfo { hasNextPage endCursor }
        nodes { id uri date startTime endTime endDate startsAt status activity { id uri name } place { name locationPrecision } } } }`, { after })).agenda;
    times.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return times;
    after = page.pageInfo.endCursor;
  }
});

const isOff = (status) => status === 'CANCELLED' || status === 'POSTPONED';
const isDoubtful = (local) => /^\d{4}-(03|10)-(2[5-9]|3[01])T02:/.test(local) && new Date(local.slice(0, 10)).getUTCDay() === 0;
const line = (activity, start, off) => `${activity} ${start}${off ? ' off' : ''}`;

// Each time of a calendar, its rules written out by the library.
function expand(calendar, activityOf) {
  const root = new ICAL.Component(ICAL.parse(calendar));
  const zone = new ICAL.Timezone(root.getFirstSubcomponent('vtimezone'));
  ICAL.TimezoneService.register(zone.tzid, zone);
  const components = root.getAllSubcomponents('vevent');
  const found = [];
  for (const component of components.filter((it) => !it.hasProperty('recurrence-id'))) {
    // Left to itself the library takes the exceptions of all events of the calendar for those of each.
    const uid = component.getFirstPropertyValue('uid');
    const exceptions = components.filter((it) => it.hasProperty('recurrence-id') && it.getFirstPropertyValue('uid') === uid);
    const event = new ICAL.Event(component, { exceptions });
    const activity = activityOf(event.uid.split('@')[0]);
    const add = (item, start) => found.push({ line: line(activity, start.toString(), item.component.getFirstPropertyValue('status') === 'CANCELLED'), start });
    if (!event.isRecurring()) {
      add(event, event.startDate);
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      const { item, startDate } = event.getOccurrenceDetails(next);
      add(item, startDate);
    }
  }
  return found;
}

async function sameTimes(path, filters) {
  const times = await agenda(filters);
  const byId = new Map(times.map((time) => [time.id, time.activity.id]));
  const found = expand(await text(path), (uid) => byId.get(uid) ?? uid.split('-')[0]);
  const expected = times.map((time) => line(time.activity.id, time.startTime ? `${time.date}T${time.startTime}` : time.date, isOff(time.status)));
  deepStrictEqual(found.map((it) => it.line).sort(), expected.sort());
  return { times, found };
}

await promise('a calendar gives the days and times that GraphQL gives', async () => {
  const { times, found } = await sameTimes('/agenda.ics');
  ok(times.length > 50);
  // The calendar's own rules for summer time give the same instants. Not so in the hours that are skipped or come twice, where the library takes the
  // other offset than RFC 5545 (3.3.5) says.
  const instants = (list) => [...new Set(list)].sort();
  deepStrictEqual(
    instants(found.filter(({ start }) => !start.isDate && !isDoubtful(start.toString())).map(({ start }) => start.toJSDate().toISOString())),
    instants(times.filter((time) => time.startsAt && !isDoubtful(`${time.date}T${time.startTime}`)).map((time) => new Date(time.startsAt).toISOString())));
});

await promise('so does the calendar of a wijk, a theme, a place and a filter', async () => {
  const { wijken, meetingPlaces } = await ask('{ wijken(first: 3) { nodes { slug code } } meetingPlaces(first: 100) { nodes { id slug } } }');
  for (const { slug, code } of wijken.nodes) await sameTimes(`/wijken/${slug}/agenda.ics`, `, area: "${code}"`);
  await sameTimes('/themes/eating-together/agenda.ics', ', themes: [EATING_TOGETHER]');
  await sameTimes('/agenda.ics?weekdays=MONDAY,FRIDAY&dayParts=MORNING', ', weekdays: [MONDAY, FRIDAY], dayParts: [MORNING]');
  for (const { id, slug } of meetingPlaces.nodes.slice(0, 10)) await sameTimes(`/places/${slug}/agenda.ics`, `, where: { place: { id: { eq: "${id}" } } }`);
});

await promise('no line of a calendar is longer than it may be', async () => {
  const calendar = await text('/agenda.ics');
  ok(calendar.endsWith('END:VCALENDAR\r\n'));
  for (const each of calendar.split('\r\n')) {
    ok(Buffer.byteLength(each) <= 75, each);
    ok(!/[\r\n]/.test(each), each);
  }
});

await promise('a calendar shows an address only where the building itself is known', async () => {
  const exact = new Map((await agenda()).filter((time) => time.place).map((time) => [time.place.name, time.place.locationPrecision === 'EXACT']));
  const root = new ICAL.Component(ICAL.parse(await text('/agenda.ics')));
  for (const event of root.getAllSubcomponents('vevent')) {
    const location = event.getFirstPropertyValue('location');
    if (event.hasProperty('geo')) ok([...exact].some(([name, isExact]) => isExact && location.startsWith(name)), location);
    else if (location) ok(exact.has(location) || [...exact].some(([name, isExact]) => isExact && location.startsWith(name)), location);
    ok(event.hasProperty('dtstamp') && event.hasProperty('uid') && event.hasProperty('url'));
  }
});

await promise('a feed reader reads the feed, to its end', async () => {
  const expected = await agenda(', oncePerSeries: true');
  const entries = [];
  for (let address = at('/agenda.atom'); address; ) {
    const feed = parseAtomFeed(await (await fetch(address)).text());
    ok(feed.id && feed.title && !Number.isNaN(Date.parse(feed.updated)));
    for (const entry of feed.entries ?? []) {
      ok(entry.id && entry.title && entry.summary && Date.parse(entry.updated) <= Date.parse(feed.updated));
    }
    entries.push(...(feed.entries ?? []));
    address = feed.links.find((link) => link.rel === 'next')?.href;
  }
  strictEqual(new Set(entries.map((entry) => entry.id)).size, entries.length);
  const ids = new Set(entries.map((entry) => entry.id));
  for (const { uri } of expected) ok(ids.delete(uri), uri);
  // The rest is what has no dates.
  const undated = await ask('{ activities(first: 100, where: { occurrences: { any: false }, schedules: { any: true } }) { nodes { uri } } }');
  const without = new Set(undated.activities.nodes.map((activity) => activity.uri));
  for (const id of ids) ok(without.has(id), id);
});

// The terms of schema.org that may stand in a feed; any other is none of them. https://schema.org/docs/jsonldcontext.json
const vocabulary = 'https://schema.org/';
const texts = ['name', 'description', 'inLanguage', 'keywords', 'typicalAgeRange', 'audienceType', 'streetAddress', 'postalCode', 'addressLocality', 'addressCountry',
  'isAccessibleForFree', 'repeatFrequency', 'scheduleTimezone', 'byMonth', 'byMonthDay', 'repeatCount', 'startTime', 'endTime', 'latitude', 'longitude'];
const dates = ['startDate', 'endDate', 'previousStartDate', 'exceptDate'];
const things = ['url', 'location', 'address', 'geo', 'organizer', 'audience', 'eventSchedule', 'subEvent', 'eventStatus', 'eventAttendanceMode'];
const types = ['Event', 'EventSeries', 'Place', 'PostalAddress', 'GeoCoordinates', 'Organization', 'Audience', 'Schedule'];
const context = {
  '@context': {
    ...Object.fromEntries([...texts, ...types, 'byDay'].map((term) => [term, vocabulary + term])),
    ...Object.fromEntries(dates.map((term) => [term, { '@id': vocabulary + term, '@type': `${vocabulary}Date` }])),
    ...Object.fromEntries(things.map((term) => [term, { '@id': vocabulary + term, '@type': '@id' }])),
  },
};

await promise('linked data has every time and no word that schema.org has not', async () => {
  const document = JSON.parse(await text('/agenda.jsonld'));
  const documentLoader = async (documentUrl) => {
    strictEqual(documentUrl, 'https://schema.org');
    return { documentUrl, document: context };
  };
  const expanded = await jsonld.expand(document, { documentLoader, safe: true });
  const events = expanded.flatMap((series) => series[`${vocabulary}subEvent`]);
  const times = await agenda();
  deepStrictEqual(events.map((event) => event['@id']).sort(), times.map((time) => time.uri).sort());
  const word = (event, name) => event[vocabulary + name][0];
  const status = new Map(times.map((time) => [time.uri, time.status]));
  for (const event of [...events, ...expanded]) {
    const location = word(event, 'location');
    ok(word(event, 'name')['@value'] && word(location, 'name')['@value'] && word(word(location, 'address'), 'addressLocality')['@value']);
    match(word(event, 'startDate')['@value'], /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:00)?$/);
    if (isOff(status.get(event['@id']))) match(word(event, 'eventStatus')['@id'], /Event(Cancelled|Postponed)$/);
  }
});

await promise('points on a map are one for each time', async () => {
  const ids = [];
  for (let address = at('/agenda.geojson'); address; ) {
    const page = await (await fetch(address)).json();
    for (const feature of page.features) {
      strictEqual(feature.type, 'Feature');
      ok(feature.geometry === null || feature.geometry.type === 'Point');
    }
    ids.push(...page.features.map((feature) => feature.id));
    address = page.links.find((link) => link.rel === 'next')?.href;
  }
  deepStrictEqual(ids, (await agenda()).map((time) => time.id));
});

await promise('a page leads to the next one until the agenda is over', async () => {
  const expected = new Set((await agenda()).map((time) => time.date));
  const days = new Set();
  for (let address = at('/agenda.html'); address; ) {
    const page = await (await fetch(address)).text();
    ok(!/<script|style=|onclick/.test(page));
    for (const [, day] of page.matchAll(/<h2><time datetime="([^"]+)"/g)) days.add(day);
    address = page.match(/rel="next" href="([^"]+)"/)?.[1].replaceAll('&amp;', '&').replaceAll('&#x2B;', '+');
  }
  deepStrictEqual([...days], [...expected]);
});

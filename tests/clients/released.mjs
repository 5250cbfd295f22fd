// The guard of the public schema: what one release promised, the next one keeps.
import { diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { deepStrictEqual, ok } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clone, promise, sdl } from './promises.mjs';

const file = 'schema/released/schema.graphql';
const current = await sdl();

async function broken(before, after) {
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes.filter(({ criticality }) => criticality.level === 'BREAKING').map(({ message }) => message);
}

await promise('nothing that the last release promised is broken', async () => {
  const breaks = await broken(await readFile(join(clone, file), 'utf8'), current);
  if (breaks.length > 0)
    throw new Error(`${breaks.join('\n')}\n\nClients of the last release would break. Keep what they use, and mark it @deprecated instead. `
      + `Where it must go, release on purpose: say so in the release notes, and write what the new release promises to ${file} as its README tells.`);
});

// What is changed for each, and what the guard then says.
const breaches = {
  'a field that is gone': ['  inhabitants: Int\n', '  inhabitantsOfOld: Int\n', /^Field 'inhabitants' was removed/],
  'a field that may now be null': ['  totalCount: Int!', '  totalCount: Int', /\.totalCount' changed type from 'Int!' to 'Int'/],
  'an argument that is gone': ['    oncePerSeries: Boolean', '    once: Boolean', /^Argument 'oncePerSeries: Boolean.*' was removed from field/],
  'an argument that is now required': ['    first: Int\n', '    first: Int!\n', /argument 'first' on field '.*' changed from 'Int' to 'Int!'$/],
  'an input field of another type': ['  latitude: Float!', '  latitude: String!', /^Input field '\w+\.latitude' changed type/],
  'an enum value of another name': ['  LANGUAGE\n', '  LANGUAGES\n', /^Enum value 'LANGUAGE' was removed/],
  'a union with one kind less': ['union SearchResult = MeetingPlace | ', 'union SearchResult = ', /^Member 'MeetingPlace' was removed from Union type 'SearchResult'/],
};

await promise('each way to break a client is noticed', async () => {
  let worse = current;
  for (const [breach, [found, instead]] of Object.entries(breaches)) {
    const before = worse;
    worse = before.replace(found, instead);
    ok(worse !== before, breach);
  }
  const messages = await broken(current, worse);
  for (const [breach, [, , message]] of Object.entries(breaches)) ok(messages.some((it) => message.test(it)), `${breach}: ${messages.join('\n')}`);
});

await promise('what is added breaks nothing', async () => {
  const more = current.replace('type Query {', 'type Query {\n  more(of: String): Int').concat('\n\ntype More { of: Int }\n');
  deepStrictEqual(await broken(current, more), []);
});

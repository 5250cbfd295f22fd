// The guard of the public schema: what one release promised, the next one keeps.
import { diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { deepStrictEqual } from 'node:assert';
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

const breaches = {
  'a field that is gone': ['  inhabitants: Int\n', '  inhabitantsOfOld: Int\n'],
  'a field that may now be null': ['  totalCount: Int!', '  totalCount: Int'],
  'an argument that is gone': [/(?<=\n {2}search\([^]*)^ {4}area: String$/m, '    region: String'],
  'an argument that is now required': ['    first: Int\n', '    first: Int!\n'],
  'an input field of another type': ['  latitude: Float!', '  latitude: String!'],
  'an enum value of another name': ['  LANGUAGE\n', '  LANGUAGES\n'],
  'a union with one kind less': ['union SearchResult = MeetingPlace | ', 'union SearchResult = '],
};

await promise('each way to break a client is noticed', async () => {
  const unnoticed = [];
  for (const [breach, [found, instead]] of Object.entries(breaches)) {
    const worse = current.replace(found, instead);
    if (worse === current || (await broken(current, worse)).length === 0) unnoticed.push(breach);
  }
  deepStrictEqual(unnoticed, []);
});

await promise('what is added breaks nothing', async () => {
  const more = current.replace('type Query {', 'type Query {\n  more(of: String): Int').concat('\n\ntype More { of: Int }\n');
  deepStrictEqual(await broken(current, more), []);
});

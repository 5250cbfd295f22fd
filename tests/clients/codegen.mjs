// graphql-codegen makes a typed client of the live endpoint and our own operations, and TypeScript checks a program that uses it.
import { generate } from '@graphql-codegen/cli';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from 'node:assert';
import { clone, promise, url } from './promises.mjs';
import { inWorkshop, run, write } from './workshop.mjs';

const operations = join(clone, 'schema', 'operations');
const names = readdirSync(operations).filter((file) => file.endsWith('.graphql'))
  .map((file) => /^(?:query|subscription) (\w+)/m.exec(readFileSync(join(operations, file), 'utf8'))[1]);

const program = `
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import { graphql } from './generated/gql.js';
import * as client from './generated/graphql.js';

export const places = graphql(/* GraphQL */ \`
  query Places($wijk: String!, $kinds: [PlaceKind!]) {
    wijk(by: { slug: $wijk }) { name inhabitants }
    meetingPlaces(first: 5, where: { kind: { in: $kinds } }) { nodes { name kind address { streetAddress } } }
  }\`);

export const variables: VariablesOf<typeof places> = { wijk: 'sterrenburg' };
export const inhabitants = (answer: ResultOf<typeof places>): number => answer.wijk?.inhabitants ?? 0;
export const streets = (answer: ResultOf<typeof places>): (string | null | undefined)[] => answer.meetingPlaces?.nodes?.map(place => place.address?.streetAddress) ?? [];

// @ts-expect-error a required variable is missing
export const missing: VariablesOf<typeof places> = {};
// @ts-expect-error a wijk may be null
export const unsure = (answer: ResultOf<typeof places>): string => answer.wijk.name;
// @ts-expect-error nothing was asked of that name
export const unasked = (answer: ResultOf<typeof places>) => answer.wijk?.slug;

export const ours = [${names.map((name) => `client.${name}Document`).join(', ')}];
`;

let complaint;
let said;
await inWorkshop(async (folder) => {
  const scalars = { Date: 'string', LocalTime: 'string', DateTime: 'string', Duration: 'string', URL: 'string', Geometry: 'object', Position: '[number, number]', Coordinates: 'unknown[]' };
  await write(folder, {
    'program.ts': program,
    'tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, noEmit: true, exactOptionalPropertyTypes: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', skipLibCheck: false, types: [], lib: ['es2022', 'dom'] }, include: ['**/*.ts'] }),
  });
  try {
    await generate({
      schema: url,
      documents: [join(folder, 'program.ts'), join(operations, '*.graphql')],
      generates: { [join(folder, 'generated/')]: { preset: 'client', config: { scalars, strictScalars: true, useTypeImports: true }, presetConfig: { fragmentMasking: false } } },
      silent: true,
      errorsOnly: true,
    }, true);
  } catch (error) {
    complaint = error;
    return;
  }
  said = await run('typescript', 'bin/tsc', ['--project', '.'], folder).catch((error) => error);
});

await promise('graphql-codegen makes a typed client of the live endpoint and our operations', () => {
  if (complaint) throw complaint;
  ok(names.length > 10);
});

await promise('TypeScript checks a program with that client, strictly', () => {
  if (said instanceof Error) throw said;
});

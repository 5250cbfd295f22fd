// Relay's compiler against the published schema, and what it made against the running server.
import { ok, strictEqual } from 'node:assert';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ask, promise, sdl } from './promises.mjs';
import { inWorkshop, run, write } from './workshop.mjs';

const components = `
  import { graphql } from 'react-relay';

  graphql\`query componentsQuery($code: String!, $count: Int!) { wijk(by: { code: $code }) { name ...components_places @arguments(count: $count) } }\`;

  graphql\`
    fragment components_places on Wijk @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) @refetchable(queryName: "componentsPlacesQuery") {
      meetingPlaces(first: $count, after: $cursor) @connection(key: "components_meetingPlaces") {
        edges { node { id ...components_place } }
      }
    }\`;

  graphql\`fragment components_place on MeetingPlace @refetchable(queryName: "componentsPlaceQuery") { name kind address { streetAddress } ...components_area }\`;

  graphql\`fragment components_area on MeetingPlace { wijk { ... on Area { name geometry { type } } } }\`;

  graphql\`query componentsSearchQuery($text: String!) { search(text: $text) { edges { node { __typename ... on Node { id } ... on Activity { name @required(action: NONE) } } } } }\`;
`;

const artifacts = new Map();
let complaint;
try {
  await inWorkshop(async (folder) => {
    await write(folder, {
      'schema.graphql': await sdl(),
      'source/components.js': components,
      'artifacts/README': 'What the compiler makes.',
      'relay.config.json': JSON.stringify({ src: './source', schema: './schema.graphql', language: 'javascript', artifactDirectory: './artifacts' }),
    });
    await run('relay-compiler', 'cli.js', ['relay.config.json'], folder);
    for (const file of await readdir(join(folder, 'artifacts')))
      artifacts.set(file.replace('.graphql.js', ''), await readFile(join(folder, 'artifacts', file), 'utf8'));
  });
} catch (error) {
  complaint = error;
}

// The operation as Relay sends it.
const textOf = (name) => JSON.parse(`"${/"text": "((?:[^"\\]|\\.)*)"/.exec(artifacts.get(name))[1]}"`);

await promise('Relay compiles fragments, a connection, a refetch by id and a search', () => {
  if (complaint) throw complaint;
  for (const name of ['componentsQuery', 'componentsPlacesQuery', 'componentsPlaceQuery', 'componentsSearchQuery', 'components_place'])
    ok(artifacts.has(name), `${name} is missing among ${[...artifacts.keys()]}`);
});

await promise('Relay pages through a connection by the id of its owner', async () => {
  const { wijk } = await ask(textOf('componentsQuery'), { code: 'WK050509', count: 1 });
  const { edges, pageInfo } = wijk.meetingPlaces;
  strictEqual(edges.length, 1);
  ok(pageInfo.hasNextPage);
  const { node } = await ask(textOf('componentsPlacesQuery'), { id: wijk.id, count: 1, cursor: pageInfo.endCursor });
  strictEqual(node.__typename, 'Wijk');
  strictEqual(node.meetingPlaces.edges.length, 1);
  ok(node.meetingPlaces.edges[0].node.id !== edges[0].node.id);
});

await promise('Relay refetches a record by its id', async () => {
  const { wijk } = await ask(textOf('componentsQuery'), { code: 'WK050509', count: 1 });
  const { id, name } = wijk.meetingPlaces.edges[0].node;
  const { node } = await ask(textOf('componentsPlaceQuery'), { id });
  strictEqual(node.id, id);
  strictEqual(node.name, name);
});

await promise('Relay searches a union', async () => {
  const { search } = await ask(textOf('componentsSearchQuery'), { text: 'soep' });
  ok(search.edges.every(({ node }) => node.__typename && node.id));
  ok(search.edges.some(({ node }) => node.name));
});

// graphql-sse, the reference client of GraphQL over server-sent events, against the running server: a connection for each operation.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { createClient } from 'graphql-sse';
import { promise, url } from './promises.mjs';
import { changes, isUpdate, live, slug, until, whileWriting } from './streams.mjs';

// A connection that is lost is a failure here, not something to try again.
async function connected(use) {
  const client = createClient({ url, retryAttempts: 0 });
  try {
    await use(client);
  } finally {
    client.dispose();
  }
}

const answer = async (client, request) => (await client.iterate(request).next()).value;

await promise('graphql-sse asks with variables and gets one answer', () => connected(async (client) => {
  const query = 'query ByCode($code: String!) { wijk(by: { code: $code }) { code } }';
  const answers = [];
  for await (const one of client.iterate({ query, variables: { code: 'WK050509' }, operationName: 'ByCode' })) answers.push(one);
  deepStrictEqual(answers, [{ data: { wijk: { code: 'WK050509' } } }]);
}));

await promise('graphql-sse hears of a write', () => connected(async (client) => {
  const { data } = await whileWriting(until(client.iterate({ query: changes, variables: { id: slug } }), isUpdate));
  strictEqual(data.activityChanged.activity.slug, slug);
}));

await promise('graphql-sse has two subscriptions at once and leaves one of them', () => connected(async (client) => {
  const [kept, left] = [client.iterate({ query: changes }), client.iterate({ query: changes })];
  await whileWriting(Promise.all([until(kept, isUpdate), until(left, isUpdate)]));
  await left.return();
  strictEqual((await left.next()).done, true);
  await whileWriting(until(kept, isUpdate));
}));

await promise('graphql-sse sees what a refused document did wrong, not a broken network', () => connected(async (client) => {
  for (const [query, expected] of [['{ wijken { nodes { naam } } }', 'GRAPHQL_VALIDATION_FAILED'], ['{', 'GRAPHQL_PARSE_FAILED']]) {
    const { errors } = await answer(client, { query });
    strictEqual(errors[0].extensions.code, expected);
  }
}));

await promise('graphql-sse gets the data beside the errors', () => connected(async (client) => {
  const { data, errors } = await answer(client, { query: '{ wijk(by: { slug: "nowhere" }) { id } wijken { totalCount } }' });
  strictEqual(data.wijk, null);
  ok(data.wijken.totalCount > 0);
  strictEqual(errors[0].extensions.code, 'NOT_FOUND');
}));

await promise('graphql-sse follows a live query', () => connected(async (client) => {
  const answers = client.iterate({ query: live, variables: { slug } });
  const first = (await answers.next()).value.data.activity.description;
  await whileWriting(until(answers, ({ data }) => data.activity.description !== first));
}));

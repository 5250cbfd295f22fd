// graphql-ws, the reference client of GraphQL over a WebSocket, against the running server.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { promise } from './promises.mjs';
import { changes, isUpdate, live, slug, socketUrl, until, whileWriting } from './streams.mjs';

const wijk = 'query ByCode($code: String!) { wijk(by: { code: $code }) { code } }';
const code = 'WK050509';

// A connection that is lost is a failure here, not something to try again.
async function connected(options, use) {
  const client = createClient({ url: socketUrl, webSocketImpl: WebSocket, retryAttempts: 0, ...options });
  try {
    await use(client);
  } finally {
    await client.dispose();
  }
}

const event = (client, name) => new Promise((resolve) => client.on(name, (...details) => resolve(details)));
const answer = async (client, request) => (await client.iterate(request).next()).value;

await promise('graphql-ws asks with variables and gets one answer', () => connected({}, async (client) => {
  const answers = [];
  for await (const one of client.iterate({ query: wijk, variables: { code }, operationName: 'ByCode' })) answers.push(one);
  deepStrictEqual(answers, [{ data: { wijk: { code } } }]);
}));

await promise('graphql-ws hears of a write', () => connected({ connectionParams: { app: 'map' } }, async (client) => {
  const { data } = await whileWriting(until(client.iterate({ query: changes, variables: { id: slug } }), isUpdate));
  strictEqual(data.activityChanged.activity.slug, slug);
}));

await promise('graphql-ws has two subscriptions on one socket', async () => {
  let sockets = 0;
  await connected({ on: { opened: () => sockets++ } }, async (client) => {
    const both = [changes, 'subscription { activityChanged { change id } }'].map((query) => until(client.iterate({ query }), isUpdate));
    const [one, other] = await whileWriting(Promise.all(both));
    deepStrictEqual(Object.keys(one.data.activityChanged), ['change', 'activity']);
    deepStrictEqual(Object.keys(other.data.activityChanged), ['change', 'id']);
  });
  strictEqual(sockets, 1);
});

await promise('graphql-ws hears no more of what it has completed', () => connected({}, async (client) => {
  const [kept, left] = [client.iterate({ query: changes }), client.iterate({ query: changes })];
  await whileWriting(Promise.all([kept.next(), left.next()]));
  await left.return();
  // Messages of one socket are dealt with in turn: after this answer nothing of the other is under way.
  await answer(client, { query: '{ __typename }' });
  const ids = [];
  await whileWriting(new Promise((resolve) => client.on('message', ({ type, id }) => type === 'next' && ids.push(id) === 3 && resolve())));
  strictEqual(new Set(ids).size, 1);
}));

await promise('graphql-ws sees what a refused document did wrong, and its socket goes on', () => connected({}, async (client) => {
  for (const [query, expected] of [['{ wijken { nodes { naam } } }', 'GRAPHQL_VALIDATION_FAILED'], ['{', 'GRAPHQL_PARSE_FAILED']]) {
    const refused = await answer(client, { query }).catch((errors) => errors);
    ok(Array.isArray(refused), String(refused));
    strictEqual(refused[0].extensions.code, expected);
  }
  strictEqual((await answer(client, { query: wijk, variables: { code } })).data.wijk.code, code);
}));

await promise('graphql-ws gets the data beside the errors', () => connected({}, async (client) => {
  const { data, errors } = await answer(client, { query: '{ wijk(by: { slug: "nowhere" }) { id } wijken { totalCount } }' });
  strictEqual(data.wijk, null);
  ok(data.wijken.totalCount > 0);
  strictEqual(errors[0].extensions.code, 'NOT_FOUND');
}));

await promise('graphql-ws follows a live query', () => connected({}, async (client) => {
  const answers = client.iterate({ query: live, variables: { slug } });
  const first = (await answers.next()).value.data.activity.description;
  await whileWriting(until(answers, ({ data }) => data.activity.description !== first));
}));

await promise('graphql-ws opens a socket when it needs one and closes it when it does not', async () => {
  let sockets = 0;
  await connected({ lazy: true, on: { opened: () => sockets++ } }, async (client) => {
    for (let round = 1; round <= 2; round++) {
      const closed = event(client, 'closed');
      await answer(client, { query: '{ __typename }' });
      const [{ code, wasClean }] = await closed;
      deepStrictEqual([code, wasClean, sockets], [1000, true, round]);
    }
  });
});

await promise('graphql-ws can keep a socket open with nothing to ask', async () => {
  let sockets = 0;
  await connected({ lazy: false, on: { opened: () => sockets++ }, onNonLazyError: (error) => { throw error; } }, async (client) => {
    await event(client, 'connected');
    for (let round = 0; round < 2; round++) await answer(client, { query: '{ __typename }' });
  });
  strictEqual(sockets, 1);
});

await promise('graphql-ws pings and is answered', () => connected({ lazy: false, keepAlive: 20 }, async (client) => {
  for (let round = 0; round < 3; round++) {
    const [isFromServer] = await event(client, 'pong');
    strictEqual(isFromServer, true);
  }
}));

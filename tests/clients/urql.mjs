// urql against the running server.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { Client, cacheExchange, fetchExchange, gql, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { promise, url } from './promises.mjs';
import { changes, isUpdate, live, slug, socketUrl, whileWriting } from './streams.mjs';

const client = (options) => new Client({ url, exchanges: [cacheExchange, fetchExchange], preferGetMethod: false, ...options });
const byCode = gql`query ByCode($code: String!) { wijk(by: { code: $code }) { id code name } }`;

await promise('urql asks with variables', async () => {
  const { data, error } = await client().query(byCode, { code: 'WK050509' });
  strictEqual(error, undefined);
  strictEqual(data.wijk.code, 'WK050509');
  strictEqual(data.wijk.__typename, 'Wijk');
});

await promise('urql can ask by GET', async () => {
  const methods = [];
  const spy = (uri, options) => (methods.push(options.method), fetch(uri, options));
  for (const preferGetMethod of ['within-url-limit', 'force']) {
    const { data } = await client({ preferGetMethod, fetch: spy }).query(byCode, { code: 'WK050509' });
    strictEqual(data.wijk.code, 'WK050509');
  }
  deepStrictEqual(methods, ['GET', 'GET']);
});

await promise('urql answers from its cache what it has', async () => {
  let requests = 0;
  const urql = client({ fetch: (...request) => (requests++, fetch(...request)) });
  for (let i = 0; i < 2; i++) await urql.query(byCode, { code: 'WK050509' });
  strictEqual(requests, 1);
});

await promise('urql gets the data beside the errors', async () => {
  const { data, error } = await client().query(gql`{ wijk(by: { slug: "nowhere" }) { id } wijken { totalCount } }`, {});
  ok(data.wijken.totalCount > 0);
  strictEqual(error.graphQLErrors[0].extensions.code, 'NOT_FOUND');
  strictEqual(error.networkError, undefined);
});

await promise('urql sees what a refused document did wrong, not a broken network', async () => {
  const { error } = await client().query(gql`{ wijken { nodes { naam } } }`, {});
  strictEqual(error.networkError, undefined);
  strictEqual(error.graphQLErrors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
});

const firstOf = (results, holds) => new Promise((resolve, reject) => {
  const { unsubscribe } = results.subscribe((result) => {
    if (!result.error && !holds(result)) return;
    // What was there already comes before there is anything to unsubscribe.
    setTimeout(() => unsubscribe());
    result.error ? reject(result.error) : resolve(result);
  });
});

await promise('urql hears of a write and follows a live query over a WebSocket', async () => {
  const socket = createClient({ url: socketUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
  const exchanges = [subscriptionExchange({
    forwardSubscription: ({ query, variables }) => ({ subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }) }),
    enableAllOperations: true,
  })];
  const urql = client({ exchanges });
  const { data } = await whileWriting(firstOf(urql.subscription(gql(changes), { id: slug }), isUpdate));
  strictEqual(data.activityChanged.activity.slug, slug);
  const descriptions = new Set();
  await whileWriting(firstOf(urql.query(gql(live), { slug }), ({ data }) => descriptions.add(data.activity.description).size > 1));
  await socket.dispose();
});

await promise('urql hears of a write over plain fetch', async () => {
  const { data } = await whileWriting(firstOf(client({ fetchSubscriptions: true }).subscription(gql(changes), { id: slug }), isUpdate));
  strictEqual(data.activityChanged.activity.slug, slug);
});

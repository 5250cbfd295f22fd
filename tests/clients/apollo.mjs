// Apollo Client against the running server.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import { filter, firstValueFrom } from 'rxjs';
import WebSocket from 'ws';
import { promise, url } from './promises.mjs';
import { changes, isUpdate, slug, socketUrl, whileWriting } from './streams.mjs';

const client = (link = {}) => new ApolloClient({
  link: new HttpLink({ uri: url, ...link }),
  cache: new InMemoryCache({
    possibleTypes: { Area: ['Municipality', 'Wijk', 'Buurt', 'Werkgebied'] },
    typePolicies: { Query: { fields: { activities: relayStylePagination(['order']) } } },
  }),
});

const byCode = gql`query ByCode($code: String!) { wijk(by: { code: $code }) { id code name } }`;

await promise('Apollo Client asks with variables', async () => {
  const { data } = await client().query({ query: byCode, variables: { code: 'WK050509' } });
  strictEqual(data.wijk.__typename, 'Wijk');
  strictEqual(data.wijk.code, 'WK050509');
});

await promise('Apollo Client keeps a record once, whatever query it came by', async () => {
  const apollo = client();
  const { data } = await apollo.query({ query: byCode, variables: { code: 'WK050509' } });
  await apollo.query({ query: gql`query ($id: ID!) { node(id: $id) { id ... on Area { inhabitants } } }`, variables: { id: data.wijk.id } });
  const record = apollo.cache.extract()[`Wijk:${data.wijk.id}`];
  deepStrictEqual(Object.keys(record).sort(), ['__typename', 'code', 'id', 'inhabitants', 'name']);
});

await promise('Apollo Client answers from its cache what it has', async () => {
  let requests = 0;
  const apollo = client({ fetch: (...request) => (requests++, fetch(...request)) });
  for (let i = 0; i < 2; i++) await apollo.query({ query: byCode, variables: { code: 'WK050509' } });
  strictEqual(requests, 1);
});

await promise('Apollo Client pages by cursor and joins the pages', async () => {
  const apollo = client();
  const query = gql`query ($first: Int!, $after: String) {
    activities(first: $first, after: $after, order: [{ name: ASC }]) { edges { cursor node { id name } } pageInfo { hasNextPage endCursor hasPreviousPage startCursor } totalCount }
  }`;
  const pages = apollo.watchQuery({ query, variables: { first: 3 } });
  const watching = pages.subscribe({});
  const one = (await firstValueFrom(pages.pipe(filter(({ loading }) => !loading)))).data.activities;
  await pages.fetchMore({ variables: { first: 4, after: one.pageInfo.endCursor } });
  const both = apollo.readQuery({ query, variables: { first: 3 } }).activities;
  watching.unsubscribe();
  strictEqual(both.edges.length, 7);
  strictEqual(new Set(both.edges.map(({ node }) => node.id)).size, 7);
  deepStrictEqual(both.edges.slice(0, 3), one.edges);
  ok(both.pageInfo.endCursor !== one.pageInfo.endCursor);
});

await promise('Apollo Client gets the data beside the errors when it asks for all', async () => {
  const { data, error } = await client().query({ query: gql`{ wijk(by: { slug: "nowhere" }) { id name } wijken { totalCount } }`, errorPolicy: 'all' });
  strictEqual(data.wijk, null);
  ok(data.wijken.totalCount > 0);
  ok(CombinedGraphQLErrors.is(error));
  strictEqual(error.errors[0].extensions.code, 'NOT_FOUND');
  deepStrictEqual(error.errors[0].path, ['wijk']);
});

await promise('Apollo Client sees what a refused document did wrong, not a broken network', async () => {
  const refused = await client().query({ query: gql`{ wijken { nodes { naam } } }` }).catch((error) => error);
  ok(CombinedGraphQLErrors.is(refused), String(refused));
  strictEqual(refused.errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
});

await promise('Apollo Client can ask by GET', async () => {
  const methods = [];
  const apollo = client({ useGETForQueries: true, fetch: (uri, options) => (methods.push(options.method), fetch(uri, options)) });
  const { data } = await apollo.query({ query: byCode, variables: { code: 'WK050509' } });
  strictEqual(data.wijk.code, 'WK050509');
  deepStrictEqual(methods, ['GET']);
});

await promise('Apollo Client names a document by its hash, and sends it once when the server does not know it', async () => {
  // A field name of this run's own, so that no run before has made the document known.
  const query = gql(`query ByCode($code: String!) { wijk(by: { code: $code }) { run_${process.pid}_${Date.now()}: name } }`);
  const sha256 = (text) => createHash('sha256').update(text).digest('hex');
  for (const useGETForHashedQueries of [false, true]) {
    const asked = [];
    const spy = (uri, options) => (asked.push([options.method, /"query"|[?&]query=/.test(uri + (options.body ?? ''))]), fetch(uri, options));
    const link = new PersistedQueryLink({ sha256, useGETForHashedQueries }).concat(new HttpLink({ uri: url, fetch: spy }));
    const apollo = new ApolloClient({ link, cache: new InMemoryCache() });
    for (let round = 0; round < 2; round++) {
      const { data } = await apollo.query({ query, variables: { code: 'WK050509' }, fetchPolicy: 'no-cache' });
      strictEqual(data.wijk.__typename, 'Wijk');
    }
    deepStrictEqual(asked, useGETForHashedQueries ? [['GET', false], ['GET', false]] : [['POST', false], ['POST', true], ['POST', false]]);
  }
});

await promise('Apollo Client hears of a write over a WebSocket and asks over HTTP beside it', async () => {
  const socket = createClient({ url: socketUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
  const apollo = new ApolloClient({
    link: ApolloLink.split(({ operationType }) => operationType === 'subscription', new GraphQLWsLink(socket), new HttpLink({ uri: url })),
    cache: new InMemoryCache(),
  });
  const events = apollo.subscribe({ query: gql(changes), variables: { id: slug } });
  const { data } = await whileWriting(firstValueFrom(events.pipe(filter(isUpdate))));
  strictEqual(data.activityChanged.activity.slug, slug);
  strictEqual((await apollo.query({ query: byCode, variables: { code: 'WK050509' } })).data.wijk.code, 'WK050509');
  await socket.dispose();
});

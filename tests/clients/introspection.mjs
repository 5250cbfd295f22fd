// The schema as clients learn it: by introspection, with the questions that clients old and new ask.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { buildClientSchema, buildSchema, getIntrospectionQuery, isInputObjectType, isScalarType, lexicographicSortSchema, printSchema } from 'graphql';
import { ask, promise, sdl, url } from './promises.mjs';

const published = buildSchema(await sdl());
const everything = { descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };

const print = (schema) => printSchema(lexicographicSortSchema(schema));

await promise('introspection gives the schema that is published as text', async () => {
  const introspected = buildClientSchema(await ask(getIntrospectionQuery(everything)));
  strictEqual(print(introspected), print(published));
  strictEqual(introspected.description, published.description);
});

await promise('introspection tells where a scalar is specified and which inputs take one field', async () => {
  const introspected = buildClientSchema(await ask(getIntrospectionQuery(everything)));
  for (const type of Object.values(published.getTypeMap())) {
    const same = introspected.getType(type.name);
    if (isScalarType(type)) strictEqual(same.specifiedByURL ?? undefined, type.specifiedByURL, type.name);
    if (isInputObjectType(type)) strictEqual(same.isOneOf, type.isOneOf, type.name);
  }
  ok(introspected.getType('WijkByInput').isOneOf);
  ok(introspected.getType('Date').specifiedByURL);
});

await promise('clients that know of no newer field learn the same types', async () => {
  const introspected = buildClientSchema(await ask(getIntrospectionQuery()));
  deepStrictEqual(Object.keys(introspected.getTypeMap()).sort(), Object.keys(published.getTypeMap()).sort());
  const bare = buildClientSchema(await ask(getIntrospectionQuery({ descriptions: false })));
  strictEqual(Object.values(bare.getTypeMap()).filter(({ description, name }) => description && !name.startsWith('__') && !isScalarType(bare.getType(name))).length, 0);
});

await promise('clients that go by GET learn the same', async () => {
  const response = await fetch(`${url}?query=${encodeURIComponent(getIntrospectionQuery(everything))}`);
  strictEqual(print(buildClientSchema((await response.json()).data)), print(published));
});

// Strawberry Shake asks four questions to find out what a server can do, and then one that is made to measure.
await promise('Strawberry Shake finds out what we can do and downloads the schema', async () => {
  const probe = async (question) => ask(`query IntrospectionQuery { ${question} }`);
  const named = (list, name) => list.some((item) => item.name === name);

  const directive = (await probe('__type(name: "__Directive") { fields { name args { name } } }')).__type.fields;
  const schema = (await probe('__type(name: "__Schema") { fields { name args { name } } }')).__type.fields;
  const type = (await probe('__type(name: "__Type") { fields { name args { name } } }')).__type.fields;
  const field = (await probe('__type(name: "__Field") { fields { name args { name } } }')).__type.fields;
  const known = (await probe('__schema { directives { name } }')).__schema.directives;
  ok(named(known, 'skip') && named(known, 'include') && !named(known, 'defer') && !named(known, 'stream'));
  ok(named(schema, 'description') && named(schema, 'subscriptionType') && named(directive, 'locations') && named(directive, 'isRepeatable'));
  ok(named(field.find(({ name }) => name === 'args').args, 'includeDeprecated') && named(type, 'specifiedByURL'));

  const ofType = Array.from({ length: 6 }).reduce((inner) => `kind name ofType { ${inner} }`, 'kind name');
  const introspected = buildClientSchema(await ask(`
    query IntrospectionQuery {
      __schema {
        description
        queryType { name }
        mutationType { name }
        subscriptionType { name }
        types { ...FullType }
        directives {
          name description locations isRepeatable
          args(includeDeprecated: true) { ...InputValue isDeprecated deprecationReason }
        }
      }
    }
    fragment FullType on __Type {
      kind name description
      fields(includeDeprecated: true) {
        name description isDeprecated deprecationReason
        args(includeDeprecated: true) { ...InputValue isDeprecated deprecationReason }
        type { ...TypeRef }
      }
      inputFields(includeDeprecated: true) { ...InputValue isDeprecated deprecationReason }
      interfaces { ...TypeRef }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
      possibleTypes { ...TypeRef }
    }
    fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
    fragment TypeRef on __Type { ${ofType} }`));
  deepStrictEqual(Object.keys(introspected.getTypeMap()).sort(), Object.keys(published.getTypeMap()).sort());
  strictEqual(introspected.getQueryType().getFields().wijken.args.length, published.getQueryType().getFields().wijken.args.length);
});

await promise('a client that takes four media types, as Strawberry Shake does, gets the newest', async () => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/graphql-response+json, application/json, application/jsonl, text/event-stream' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  strictEqual(response.headers.get('content-type'), 'application/graphql-response+json; charset=utf-8');
  deepStrictEqual(await response.json(), { data: { __typename: 'Query' } });
});

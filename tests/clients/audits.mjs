// The audits of GraphQL over HTTP by the authors of that specification, each by its id; what it asks with MUST, SHOULD or MAY alike.
import { serverAudits } from 'graphql-http';
import { strictEqual } from 'node:assert';
import { promise, url } from './promises.mjs';

const audits = new Map(serverAudits({ url, fetchFn: fetch }).map((one) => [one.id, one]));

function audit(id, name) {
  return promise(`${id} ${name}`, async () => {
    const one = audits.get(id);
    audits.delete(id);
    strictEqual(one?.name, name);
    const { status, reason, response } = await one.fn();
    if (status !== 'ok') throw new Error(`${status}: ${reason} (HTTP ${response?.status})`);
  });
}

await audit('22EB', 'SHOULD accept application/graphql-response+json and match the content-type');
await audit('4655', 'MUST accept application/json and match the content-type');
await audit('47DE', 'SHOULD accept */* and use application/json for the content-type');
await audit('80D8', 'SHOULD assume application/json content-type when accept is missing');
await audit('82A3', 'MUST use utf-8 encoding when responding');
await audit('BF61', 'MUST accept utf-8 encoded request');
await audit('78D5', 'MUST assume utf-8 in request if encoding is unspecified');
await audit('2C94', 'MUST accept POST requests');
await audit('5A70', 'MAY accept application/x-www-form-urlencoded formatted GET requests');
await audit('9C48', 'MAY NOT allow executing mutations on GET requests');
await audit('9ABE', 'SHOULD respond with 4xx status code if content-type is not supplied on POST requests');
await audit('03D4', 'MUST accept application/json POST requests');
await audit('A5BF', 'MAY use 400 status code when request body is missing on POST');
await audit('423L', 'MAY use 400 status code on missing {query} parameter');
await audit('LKJ0', 'MAY use 400 status code on object {query} parameter');
await audit('LKJ1', 'MAY use 400 status code on number {query} parameter');
await audit('LKJ2', 'MAY use 400 status code on boolean {query} parameter');
await audit('LKJ3', 'MAY use 400 status code on array {query} parameter');
await audit('34A2', 'SHOULD allow string {query} parameter when accepting application/graphql-response+json');
await audit('13EE', 'MUST allow string {query} parameter when accepting application/json');
await audit('6C00', 'MAY use 400 status code on object {operationName} parameter');
await audit('6C01', 'MAY use 400 status code on number {operationName} parameter');
await audit('6C02', 'MAY use 400 status code on boolean {operationName} parameter');
await audit('6C03', 'MAY use 400 status code on array {operationName} parameter');
await audit('8161', 'SHOULD allow string {operationName} parameter when accepting application/graphql-response+json');
await audit('B8B3', 'MUST allow string {operationName} parameter when accepting application/json');
await audit('94B0', 'SHOULD allow null {variables} parameter when accepting application/graphql-response+json');
await audit('0220', 'MUST allow null {variables} parameter when accepting application/json');
await audit('94B1', 'SHOULD allow null {operationName} parameter when accepting application/graphql-response+json');
await audit('0221', 'MUST allow null {operationName} parameter when accepting application/json');
await audit('94B2', 'SHOULD allow null {extensions} parameter when accepting application/graphql-response+json');
await audit('0222', 'MUST allow null {extensions} parameter when accepting application/json');
await audit('4760', 'MAY use 400 status code on string {variables} parameter');
await audit('4761', 'MAY use 400 status code on number {variables} parameter');
await audit('4762', 'MAY use 400 status code on boolean {variables} parameter');
await audit('4763', 'MAY use 400 status code on array {variables} parameter');
await audit('2EA1', 'SHOULD allow map {variables} parameter when accepting application/graphql-response+json');
await audit('28B9', 'MUST allow map {variables} parameter when accepting application/json');
await audit('D6D5', 'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json');
await audit('6A70', 'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json');
await audit('58B0', 'MAY use 400 status code on string {extensions} parameter');
await audit('58B1', 'MAY use 400 status code on number {extensions} parameter');
await audit('58B2', 'MAY use 400 status code on boolean {extensions} parameter');
await audit('58B3', 'MAY use 400 status code on array {extensions} parameter');
await audit('428F', 'SHOULD allow map {extensions} parameter when accepting application/graphql-response+json');
await audit('1B7A', 'MUST allow map {extensions} parameter when accepting application/json');
await audit('B6DC', 'MAY use 2xx, 4xx, or 5xx status codes on JSON parsing failure when accepting application/json');
await audit('BCF8', 'SHOULD use 400 status code on JSON parsing failure when accepting application/json');
await audit('B7N8', 'SHOULD use 400 status code on JSON parsing failure when accepting application/graphql-response+json');
await audit('8764', 'MAY use 4xx or 5xx status codes if parameters are invalid');
await audit('3E3A', 'MAY use 400 status code if parameters are invalid');
await audit('572B', 'SHOULD use 200 status code on document parsing failure when accepting application/json');
await audit('FDE2', 'SHOULD use 200 status code on document validation failure when accepting application/json');
await audit('7B9B', 'SHOULD use a status code of 200 on variable coercion failure when accepting application/json');
await audit('865D', 'SHOULD use 4xx or 5xx status codes on document parsing failure when accepting application/graphql-response+json');
await audit('556A', 'SHOULD use 400 status code on document parsing failure when accepting application/graphql-response+json');
await audit('D586', 'SHOULD not contain the data entry on document parsing failure when accepting application/graphql-response+json');
await audit('51FE', 'SHOULD use 4xx or 5xx status codes on document validation failure when accepting application/graphql-response+json');
await audit('74FF', 'SHOULD use 400 status code on document validation failure when accepting application/graphql-response+json');
await audit('5E5B', 'SHOULD not contain the data entry on document validation failure when accepting application/graphql-response+json');
await audit('86EE', 'SHOULD use a status code of 400 on variable coercion failure when accepting application/graphql-response+json');

await promise('there are no other audits', () => strictEqual([...audits.keys()].join(), ''));

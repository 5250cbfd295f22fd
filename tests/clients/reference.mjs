// What the reference implementation says of documents. Standard input: a line with the schemas by name, then a request a line;
// standard output: an answer a line.
import { createInterface } from 'node:readline';
import { GraphQLError, buildSchema, getVariableValues, parse, print, specifiedRules, validate } from 'graphql';

const maxErrors = 50;
let schemas;

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const message = JSON.parse(line);
  if (schemas) process.stdout.write(JSON.stringify(answer(message)) + '\n');
  else schemas = Object.fromEntries(Object.entries(message).map(([name, sdl]) => [name, buildSchema(sdl)]));
}

function answer({ schema, document, variables, rule, validate: isChecked }) {
  let tree;
  try {
    tree = parse(document);
  } catch (error) {
    if (error instanceof GraphQLError) return { syntax: text(error) };
    throw error;
  }
  const errors = isChecked ? validate(schemas[schema], tree, specifiedRules, { maxErrors }) : [];
  return {
    printed: print(tree),
    errors: errors.map(text),
    ...(rule && { ruleErrors: errorsOf(rule, schemas[schema], tree) }),
    ...(variables && errors.length === 0 && coerced(schemas[schema], tree, JSON.parse(variables))),
  };
}

function errorsOf(name, schema, tree) {
  const rule = specifiedRules.find(({ name: known }) => known === `${name}Rule`);
  return rule ? validate(schema, tree, [rule]).length : null;
}

function coerced(schema, tree, variables) {
  const operation = tree.definitions.find(({ kind }) => kind === 'OperationDefinition');
  if (!operation) return {};
  const result = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors });
  return result.errors ? { variableErrors: result.errors.map(text) } : { coerced: JSON.stringify(result.coerced) };
}

function text({ message, locations }) {
  return `${message} @ ${(locations ?? []).map(({ line, column }) => `${line}:${column}`).join(', ')}`;
}

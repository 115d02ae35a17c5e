/**
 * Every `*.graphql` file under app/ becomes, in `app/graphql/generated/documents.ts`, the types of its operations and
 * fragments and one string per operation (with the fragments it needs), which bundlers drop where it is unused.
 */
import fs from 'node:fs';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typesPlugin from '@graphql-codegen/typescript';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, print, validate, visit } from 'graphql';
import { WEB, filesUnder, writeIfChanged } from './files.mjs';

const SCHEMA = path.join(WEB, '../../schema.graphql');
const OUTPUT = path.join(WEB, 'app/graphql/generated/documents.ts');

const CONFIG = {
  enumsAsTypes: true,
  onlyOperationTypes: true,
  scalars: { DateTime: 'string', ID: 'string' },
  skipTypename: true,
  avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: false },
  inlineFragmentTypes: 'inline',
};

const HEAD = `/* Made by apps/web/codegen.mjs from schema.graphql and the *.graphql files. Do not edit. */
/** A GraphQL document that knows what it answers and what it asks for. */
export type TypedDocument<Result, Variables> = string & { readonly __of?: (variables: Variables) => Result };
`;

export async function writeDocuments() {
  const schema = buildSchema(fs.readFileSync(SCHEMA, 'utf8'));
  const documents = filesUnder(path.join(WEB, 'app'), '.graphql').map((location) => ({
    location,
    document: parse(fs.readFileSync(location, 'utf8')),
  }));
  check(schema, documents);
  const types = await codegen({
    filename: OUTPUT,
    schema: parse(fs.readFileSync(SCHEMA, 'utf8')),
    documents,
    config: CONFIG,
    plugins: [{ types: {} }, { operations: {} }],
    pluginMap: { types: typesPlugin, operations: operationsPlugin },
    skipDocumentsValidation: true,
  });
  writeIfChanged(OUTPUT, [HEAD, types, problemCodes(schema), ...operations(documents)].join('\n'));
}

function check(schema, documents) {
  const whole = { kind: 'Document', definitions: documents.flatMap(({ document }) => document.definitions) };
  const errors = validate(schema, whole).map((error) => error.message).filter((message) => !/^Fragment .* is never used/.test(message));
  if (errors.length > 0) throw new Error(`The documents do not fit schema.graphql:\n${errors.join('\n')}`);
}

/** All codes, so that the translation of problems is checked to be complete. */
function problemCodes(schema) {
  const codes = schema.getType('ProblemCode')?.getValues().map((value) => value.name) ?? [];
  return `export type AnyProblemCode = ${codes.map((code) => `'${code}'`).join(' | ')};\n`;
}

function operations(documents) {
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const fragments = new Map(definitions.filter((d) => d.kind === 'FragmentDefinition').map((d) => [d.name.value, d]));
  return definitions.filter((d) => d.kind === 'OperationDefinition').map((operation) => {
    const name = operation.name.value;
    const kind = operation.operation[0].toUpperCase() + operation.operation.slice(1);
    const text = [operation, ...needed(operation, fragments)].map((d) => compact(print(d))).join(' ');
    const type = `${name}${name.endsWith(kind) ? '' : kind}`;
    return `export const ${name}Document: TypedDocument<${type}, ${type}Variables> = ${JSON.stringify(text)};`;
  });
}

function needed(definition, fragments, found = new Map()) {
  visit(definition, {
    FragmentSpread: ({ name: { value } }) => {
      if (found.has(value)) return;
      found.set(value, fragments.get(value));
      needed(fragments.get(value), fragments, found);
    },
  });
  return [...found.values()];
}

function compact(text) {
  return text.replace(/\s+/g, ' ');
}

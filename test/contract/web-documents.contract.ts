import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, concatAST, type DocumentNode, Kind, parse, specifiedRules, NoUnusedFragmentsRule, validate } from 'graphql';
import { expect, it } from 'vitest';
import { limitsRule } from '@fanfare/graphql';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const rules = [...specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule), limitsRule];

/** Every fragment of the web in one document with each operation, as its code generator puts them together. */
function documents(folder = 'apps/web/app'): DocumentNode[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  const all = concatAST(files.map((file) => parse(readFileSync(join(folder, file), 'utf8'))));
  const fragments = all.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const operations = all.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operations.map((operation) => ({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments] }));
}

// A page that asks too much breaks for everybody, and only once it is opened.
it('asks nothing of the API that its limits refuse', () => {
  const all = documents();
  expect(all.length).toBeGreaterThan(100);
  const faults = all.flatMap((document) => validate(schema, document, rules).map(({ message, nodes }) => `${message} ${JSON.stringify(nodes?.[0]).slice(0, 200)}`));
  expect(faults).toEqual([]);
});

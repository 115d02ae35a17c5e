import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLObjectType, isObjectType, lexicographicSortSchema, printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { expectGolden } from '../support/golden.js';

/** As Nest writes it. */
const BANNER = `# ------------------------------------------------------
# THIS FILE WAS AUTOMATICALLY GENERATED (DO NOT MODIFY)
# ------------------------------------------------------`;

let app: App;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

describe('schema.graphql', () => {
  it('is what the code says (npm run schema writes it)', () => {
    const schema = printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema)).trim();
    expectGolden('schema.graphql', `${BANNER}\n\n${schema}`);
  });

  it('has a payload of its own for every mutation, and one input', () => {
    const mutation = app.get(GraphQLSchemaHost).schema.getMutationType()!;
    for (const field of Object.values(mutation.getFields())) {
      const name = `${field.name[0]!.toUpperCase()}${field.name.slice(1)}`;
      expect(field.args.map((argument) => `${argument.name}: ${argument.type}`), field.name).toEqual([`input: ${name}Input!`]);
      expect(String(field.type), field.name).toBe(`${name}Payload!`);
    }
  });

  it('has Relay connections only', () => {
    const types = Object.values(app.get(GraphQLSchemaHost).schema.getTypeMap());
    const connections = types.filter((type): type is GraphQLObjectType => isObjectType(type) && type.name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(4);
    for (const type of connections) {
      const fields = type.getFields();
      expect(Object.keys(fields).sort(), type.name).toEqual(['edges', 'nodes', 'pageInfo', 'totalCount']);
      expect(String(fields['pageInfo']!.type)).toBe('PageInfo!');
      const edge = types.find((one) => one.name === type.name.replace(/Connection$/, 'Edge')) as GraphQLObjectType;
      expect(Object.keys(edge.getFields()).sort(), edge.name).toEqual(['cursor', 'node']);
    }
  });
});

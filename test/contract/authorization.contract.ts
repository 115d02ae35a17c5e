import { accessOf } from '@fanfare/access';
import { TypeMetadataStorage } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { expectGolden } from '../support/golden.js';

interface Root {
  readonly kind: string;
  readonly name: string;
  readonly target: Function;
  readonly methodName: string;
}

let app: App; // the fields are known once the schema is built

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

function roots(): Root[] {
  const kinds = { Query: TypeMetadataStorage.getQueriesMetadata(), Mutation: TypeMetadataStorage.getMutationsMetadata(), Subscription: TypeMetadataStorage.getSubscriptionsMetadata() };
  return Object.entries(kinds).flatMap(([kind, found]) =>
    found.map(({ schemaName, target, methodName }) => ({ kind, name: schemaName, target, methodName })),
  );
}

describe('authorization', () => {
  it('is said on every root field', () => {
    const silent = roots().filter((root) => accessOf(root.target as never, root.methodName) === undefined);
    expect(silent.map((root) => `${root.kind}.${root.name}`)).toEqual([]);
  });

  it('is as reviewed', () => {
    const lines = roots().map((root) => `${root.kind}.${root.name}: ${accessOf(root.target as never, root.methodName)}`);
    expect(lines.length).toBeGreaterThan(25);
    expectGolden('test/contract/authorization.golden.txt', `${lines.sort().join('\n')}\n`);
  });
});

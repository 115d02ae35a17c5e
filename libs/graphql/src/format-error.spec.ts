import { Problem } from '@fanfare/kernel';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { formatError, formatErrorDiscreetly, withReference } from './format-error.js';

const told = (error: GraphQLError) => formatError(error.toJSON(), error);
const codeOf = (error: GraphQLError) => told(error).extensions!['code'];

describe('an error that leaves', () => {
  it('keeps code and parameters of a problem, wherever it is wrapped', () => {
    const problem = new Problem('TOO_LONG', { field: 'title', max: 3 });
    const wrapped = new GraphQLError('x', { originalError: new GraphQLError('y', { originalError: new Error('z', { cause: problem }) }), path: ['idea'] });
    expect(told(wrapped)).toEqual({ message: 'The text is too long.', path: ['idea'], extensions: { code: 'TOO_LONG', params: { field: 'title', max: 3 }, requestId: expect.any(String) } });
  });

  it.each([
    ['somebody else’s error', new GraphQLError('secret', { originalError: new Error('secret'), path: ['x'] })],
    ['one with a code of GraphQL', new GraphQLError('secret', { originalError: Object.assign(new Error('secret')), extensions: { code: 'BAD_USER_INPUT' } })],
    ['one that speaks like GraphQL', new GraphQLError('Variable "secret"', { originalError: new Error('Variable "secret"') })],
    ['one of an answer that does not fit the schema', new GraphQLError('Int cannot represent secret', { path: ['x'] })],
    ['a value that is no error', new GraphQLError('Unexpected error value: secret')],
  ])('tells nothing of %s', (_what, error) => {
    expect(JSON.stringify(told(error))).not.toContain('secret');
    expect(codeOf(error)).toBe('INTERNAL');
  });

  it.each([
    ['GRAPHQL_PARSE_FAILED', new GraphQLError('Syntax Error: Unexpected Name')],
    ['GRAPHQL_VALIDATION_FAILED', new GraphQLError('Cannot query field "x" on type "Query".')],
    ['BAD_USER_INPUT', new GraphQLError('Variable "$a" got invalid value 1', { originalError: new GraphQLError('ID cannot represent 1') })],
    ['BAD_USER_INPUT', new GraphQLError('Too many errors processing variables, error limit reached. Execution aborted.')],
    ['TEMPORARILY_UNAVAILABLE', new GraphQLError('x', { originalError: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), path: ['x'] })],
    ['TEMPORARILY_UNAVAILABLE', new GraphQLError('x', { originalError: Object.assign(new Error('x'), { driverError: { code: '57P01' } }), path: ['x'] })],
    ['BATCHING_REFUSED', new GraphQLError('Operation batching disabled.', { extensions: { code: 'BAD_REQUEST' } })],
  ])('is %s where that is known', (code, error) => expect(codeOf(error)).toBe(code));

  it('is short, and in production suggests no names', () => {
    const long = new GraphQLError(`Variable "$a" got invalid value "${'x'.repeat(9_000)}"`);
    expect(told(long).message.length).toBeLessThan(510);
    const close = new GraphQLError('Variable "$a" got invalid value; Field "emial" is not defined. Did you mean "email"?');
    expect(told(close).message).toContain('Did you mean');
    expect(formatErrorDiscreetly(close.toJSON(), close).message).toBe('Variable "$a" got invalid value; Field "emial" is not defined.');
  });

  it('comes with four others at most, all with one reference', () => {
    const many = withReference(Array.from({ length: 9 }, () => told(new GraphQLError('x'))), 'reference');
    expect(many.map(({ extensions }) => extensions!['requestId'])).toEqual(Array(5).fill('reference'));
  });
});

import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { LIMITS, limitsRule, SUBSCRIPTION_COST } from './limits.rule.js';

const schema = buildSchema(`
  type Query { node: Node ideas(first: Int): NodeConnection! list: [Node!]! }
  type Node { id: ID! node: Node ideas(first: Int): NodeConnection! }
  type NodeConnection { nodes: [Node!]! edges: [NodeEdge!]! totalCount: Int! }
  type NodeEdge { node: Node! }
  type Subscription { changed: Node }
  type Mutation { signIn(input: Int): Node castVote(input: Int): Node }
`);

function codes(query: string): unknown[] {
  return validate(schema, parse(query), [...specifiedRules, limitsRule]).map((error) => error.extensions['code']);
}

const nested = (depth: number) => `${'{ node '.repeat(depth - 1)}{ id }${' }'.repeat(depth - 1)}`;
const aliases = (count: number, field: string) => `{ ${Array.from({ length: count }, (_, at) => `a${at}: ${field}`).join(' ')} }`;

describe('limits', () => {
  it('stand at their number, not one off', () => {
    expect(codes(nested(LIMITS.depth))).toEqual([]);
    expect(codes(nested(LIMITS.depth + 1))).toEqual(['QUERY_TOO_DEEP']);
    expect(codes(`{ node ${aliases(LIMITS.aliases, 'id')} }`)).toEqual([]);
    expect(codes(`{ node ${aliases(LIMITS.aliases + 1, 'id')} }`)).toEqual(['QUERY_TOO_COMPLEX']);
  });

  it('count aliases of __typename', () => expect(codes(`{ node ${aliases(16, '__typename')} }`)).toEqual(['QUERY_TOO_COMPLEX']));

  it('count root fields', () => expect(codes(`{ ${'__typename '.repeat(11)} }`)).toEqual(['QUERY_TOO_COMPLEX']));

  it('multiply pages on the way down', () => {
    const pages = (first: number) => `{ ideas(first: ${first}) { nodes { ideas(first: ${first}) { nodes { id } } } } }`;
    expect(codes(pages(20))).toEqual([]);
    expect(codes(pages(90))).toEqual([]);
    expect(codes(`{ ideas(first: 100) { nodes { ideas(first: 100) { nodes { id node { id } } } } } }`)).toEqual(['QUERY_TOO_COMPLEX']);
  });

  it('take a variable page for the largest one', () => {
    const query = `query ($n: Int) { ideas(first: $n) { nodes { ideas(first: $n) { nodes { id node { id } } } } } }`;
    expect(codes(query)).toEqual(['QUERY_TOO_COMPLEX']);
  });

  it('let a subscription ask for less, since it is answered again and again', () => {
    const page = (first: number) => codes(`subscription { changed { ideas(first: ${first}) { nodes { id a: id b: id c: id d: id e: id f: id g: id h: id } } } }`);
    const fits = (SUBSCRIPTION_COST - 2) / 10; // nodes and nine fields, after changed and ideas
    expect(page(Math.floor(fits))).toEqual([]);
    expect(page(Math.floor(fits) + 1)).toEqual(['QUERY_TOO_COMPLEX']);
    const lists = (root: string) => `{ ${root} { ideas(first: 20) { nodes { ideas(first: 20) { nodes { id } } } } } }`;
    expect(codes(lists('node'))).toEqual([]);
    expect(codes(`subscription ${lists('changed')}`)).toEqual(['QUERY_TOO_COMPLEX']);
  });

  it('are not fooled by fragments', () => {
    expect(codes(`{ ...a } fragment a on Query { node { ...b } } fragment b on Node { node ${nested(11)} }`)).toEqual(['QUERY_TOO_DEEP']);
    const doubling = Array.from({ length: 20 }, (_, at) => `fragment f${at} on Node { ...f${at + 1} ...f${at + 1} }`).join(' ');
    expect(codes(`{ node { ...f0 } } ${doubling} fragment f20 on Node { id node { id } }`)).toContain('QUERY_TOO_COMPLEX');
  });

  it('end on a cycle of fragments, which another rule refuses', () => {
    expect(codes(`{ node { ...a } } fragment a on Node { node { ...a } }`).length).toBeGreaterThan(0);
  });

  it('let a secret be tried once per operation', () => {
    expect(codes('mutation { a: signIn(input: 1) { id } b: signIn(input: 2) { id } }')).toEqual(['QUERY_REFUSED']);
    expect(codes('mutation { a: castVote(input: 1) { id } b: castVote(input: 2) { id } }')).toEqual([]);
  });

  it('let tools introspect', () => expect(codes(getIntrospectionQuery())).toEqual([]));
});

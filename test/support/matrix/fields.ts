import { getNamedType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isCompositeType, isObjectType, isUnionType } from 'graphql';
import type { Client } from '../client.js';
import { argumentsOf } from './arguments.js';
import type { Outcome } from './operations.js';
import type { MatrixWorld } from './world.js';

type AnyField = GraphQLField<unknown, unknown>;

/** How to come to an object of a type: fields with arguments from the root down, `... on` where a union is on the way. */
export interface Way {
  readonly type: GraphQLObjectType;
  /** As it is written in a document. */
  readonly steps: readonly string[];
  /** As it stands in an answer. */
  readonly keys: readonly string[];
}

const DEEPEST = 6;
const MOST_WAYS = 6;
const AT_ONCE = 8;

/** Some ways to each type, the shortest first. */
export function waysThrough(schema: GraphQLSchema, world: MatrixWorld): Map<string, Way[]> {
  const ways = new Map<string, Way[]>();
  let edge: Way[] = [{ type: schema.getQueryType()!, steps: [], keys: [] }];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    edge = edge.flatMap((way) => onwards(schema, way, world)).filter((way) => {
      const known = ways.get(way.type.name) ?? [];
      if (known.length >= MOST_WAYS) return false;
      ways.set(way.type.name, [...known, way]);
      return true;
    });
  }
  return ways;
}

function onwards(schema: GraphQLSchema, way: Way, world: MatrixWorld): Way[] {
  return Object.values(way.type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return [];
    const step = `${field.name}${argumentsOf(field, world)}`;
    if (isObjectType(named)) return [{ type: named, steps: [...way.steps, step], keys: [...way.keys, field.name] }];
    const types = isUnionType(named) ? named.getTypes() : schema.getPossibleTypes(named);
    return types.map((type) => ({ type, steps: [...way.steps, step, `... on ${type.name}`], keys: [...way.keys, field.name] }));
  });
}

/** What one reader finds in each field of an object: a value, `null`, or a code; null where they do not come to the object. */
export async function seenBy(client: Client, way: Way, world: MatrixWorld): Promise<Map<string, Outcome> | null> {
  const seen = new Map<string, Outcome>();
  const fields = Object.values(way.type.getFields());
  for (let at = 0; at < fields.length; at += AT_ONCE) {
    if (!(await look(client, way, fields.slice(at, at + AT_ONCE), { seen, world }))) return null;
  }
  return seen;
}

interface Looking {
  readonly seen: Map<string, Outcome>;
  readonly world: MatrixWorld;
}

/** @returns false when the object itself is out of reach */
async function look(client: Client, way: Way, fields: readonly AnyField[], looking: Looking): Promise<boolean> {
  if (fields.length === 0) return true;
  const { data, errors } = await client.ask(documentOf(way, fields, looking.world));
  if (data === null && errors.some(({ path }) => path === undefined)) return split(client, way, fields, looking, errors[0]!.extensions.code);
  const refused = new Map(errors.flatMap((error) => {
    const names = (error.path ?? []).filter((part): part is string => typeof part === 'string');
    const name = names[way.keys.length];
    return name && way.keys.every((key, at) => names[at] === key) ? [[name, error.extensions.code] as const] : [];
  }));
  const found = objectAt(data, way.keys);
  for (const [name, code] of refused) looking.seen.set(name, code);
  const rest = fields.filter(({ name }) => !refused.has(name));
  if (found === null) return refused.size > 0 ? look(client, way, rest, looking) : false;
  for (const { name } of rest) looking.seen.set(name, isThere(found[name]) ? 'yes' : 'null');
  return true;
}

/** Too much at once is asked for in halves. */
async function split(client: Client, way: Way, fields: readonly AnyField[], looking: Looking, code: string): Promise<boolean> {
  if (fields.length === 1) {
    looking.seen.set(fields[0]!.name, code);
    return true;
  }
  const middle = Math.ceil(fields.length / 2);
  return (await look(client, way, fields.slice(0, middle), looking)) && look(client, way, fields.slice(middle), looking);
}

function documentOf(way: Way, fields: readonly AnyField[], world: MatrixWorld): string {
  const inner = fields.map((field) => `${field.name}${argumentsOf(field, world)}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`).join(' ');
  return way.steps.reduceRight((within, step) => `${step} { ${within} }`, inner).replace(/^/, '{ ').concat(' }');
}

/** The first object there; of lists the first that is. */
function objectAt(data: unknown, keys: readonly string[]): Record<string, unknown> | null {
  let at: unknown = data;
  for (const key of keys) {
    at = firstOf((at as Record<string, unknown> | null)?.[key]);
    if (at === null || at === undefined) return null;
  }
  return at as Record<string, unknown>;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? (value.find((one) => one !== null && Object.keys(one as object).length > 0) ?? null) : value;
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

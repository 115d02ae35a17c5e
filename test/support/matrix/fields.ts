import { MOST_ERRORS } from '@fanfare/graphql';
import { getNamedType, type GraphQLField, type GraphQLObjectType, isCompositeType } from 'graphql';
import type { Client, GraphqlError } from '../client.js';
import { argumentsOf } from './arguments.js';
import type { Outcome } from './operations.js';
import type { MatrixWorld } from './world.js';

export type AnyField = GraphQLField<unknown, unknown>;

/** What one reader finds in a field. */
export interface Sight {
  /** `yes`, `null` (also for an empty list or text), or a code. */
  readonly outcome: Outcome;
  /** The types of the objects there. */
  readonly types: readonly string[];
}

/** How to come to an object of a type: fields with arguments from the root down, `... on` where a union is on the way. */
export interface Way {
  readonly type: GraphQLObjectType;
  /** As it is written in a document. */
  readonly steps: readonly string[];
  /** As it stands in an answer. */
  readonly keys: readonly string[];
}

export const fieldsOf = (type: GraphQLObjectType): AnyField[] => Object.values(type.getFields());

/** Fields of the object at the end of a way. */
interface Ask {
  readonly way: Way;
  readonly fields: readonly AnyField[];
}

interface Told {
  readonly data: unknown;
  readonly errors: readonly GraphqlError[];
}

/** Below what `limits.rule.ts` lets through. */
const MOST = { roots: 10, tokens: 900, fields: 24 } as const;

/** Somebody who reads many objects with few requests. */
export class Reader {
  private readonly seen = new Map<Way, Map<string, Sight>>();

  constructor(
    private readonly client: Pick<Client, 'ask'>,
    private readonly world: MatrixWorld,
  ) {}

  /** All fields of the object at the end of each way, by their names; nothing where the reader does not come to it. */
  async fieldsAt(ways: readonly Way[]): Promise<ReadonlyMap<string, Sight>[]> {
    const asks = ways.flatMap((way) => inParts(fieldsOf(way.type)).map((fields) => ({ way, fields })));
    for (const batch of this.batches(asks)) await this.ask(batch);
    return ways.map((way) => this.seen.get(way) ?? new Map<string, Sight>());
  }

  private batches(asks: readonly Ask[]): Ask[][] {
    const batches: Ask[][] = [];
    let room = { roots: 0, tokens: 0 };
    for (const ask of asks) {
      const [roots, tokens] = [ask.way.steps.length === 0 ? ask.fields.length : 1, this.written(ask).match(/\w+|[^\s\w,]/g)!.length];
      if (batches.length === 0 || roots > room.roots || tokens > room.tokens) {
        batches.push([]);
        room = { ...MOST };
      }
      batches.at(-1)!.push(ask);
      room = { roots: room.roots - roots, tokens: room.tokens - tokens };
    }
    return batches;
  }

  private async ask(batch: readonly Ask[]): Promise<void> {
    const { data, errors } = await this.client.ask(`{ ${batch.map((ask) => this.written(ask)).join(' ')} }`);
    const whole = errors.find(({ path }) => path === undefined);
    if (whole) return this.inHalves(batch, whole.extensions.code);
    for (const ask of batch) {
      const again = this.note(ask, { data, errors }, batch.length === 1);
      if (again && again.fields.length > 0) await this.ask([again]);
    }
  }

  /** A document that is refused as a whole asks too much, or two things by one name. */
  private async inHalves(batch: readonly Ask[], code: string): Promise<void> {
    const [{ way, fields }] = batch as readonly [Ask];
    if (batch.length > 1) for (const half of halves(batch)) await this.ask(half);
    else if (fields.length > 1) for (const half of halves(fields)) await this.ask([{ way, fields: half }]);
    else throw new Error(`${way.keys.join('.')}.${fields[0]?.name}: ${code}`);
  }

  /** Keeps what became of one thing asked for. @returns what is to be asked again, where a refusal took more than its own place */
  private note({ way, fields }: Ask, { data, errors }: Told, alone: boolean): Ask | null {
    const refused = codesAt(way.keys, errors);
    const found = objectAt(data, way.keys);
    const open = fields.filter(({ name }) => !refused.has(name));
    for (const { name } of fields) if (refused.has(name)) this.sights(way).set(name, { outcome: refused.get(name)!, types: [] });
    if (!found) return open.length < fields.length || (!alone && (isCut(errors) || wasTaken(way.keys, data, errors))) ? { way, fields: open } : null;
    const unsure = open.filter(({ name }) => !isThere(found[name]) && (isCut(errors) || isBeneath([...way.keys, name], errors)));
    for (const field of open) if (!unsure.includes(field)) this.sights(way).set(field.name, sightOf(found[field.name]));
    return unsure.length > 0 ? { way, fields: unsure } : null;
  }

  private sights(way: Way): Map<string, Sight> {
    const sights = this.seen.get(way) ?? new Map<string, Sight>();
    this.seen.set(way, sights);
    return sights;
  }

  private written({ way, fields }: Ask): string {
    const names = fields.map((field) => `${field.name}${argumentsOf(field, this.world)}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`);
    return way.steps.reduceRight((within, step) => `${step} { ${within} }`, names.join(' '));
  }
}

function inParts(fields: readonly AnyField[]): AnyField[][] {
  return Array.from({ length: Math.ceil(fields.length / MOST.fields) }, (_, at) => fields.slice(at * MOST.fields, (at + 1) * MOST.fields));
}

function halves<T>(things: readonly T[]): T[][] {
  const middle = Math.ceil(things.length / 2);
  return [things.slice(0, middle), things.slice(middle)];
}

const namesOf = ({ path }: GraphqlError) => (path ?? []).filter((part): part is string => typeof part === 'string');
const startsWith = (names: readonly string[], keys: readonly string[]) => keys.every((key, at) => names[at] === key);

/** The codes that an object's own fields were refused with. */
function codesAt(keys: readonly string[], errors: readonly GraphqlError[]): Map<string, Outcome> {
  const own = errors.map((error) => ({ names: namesOf(error), code: error.extensions.code })).filter(({ names }) => names.length === keys.length + 1 && startsWith(names, keys));
  return new Map(own.map(({ names, code }) => [names[keys.length]!, code]));
}

/** The api tells a few errors at most: of what is missing, nobody knows why. */
const isCut = (errors: readonly GraphqlError[]) => errors.length >= MOST_ERRORS;

const isBeneath = (keys: readonly string[], errors: readonly GraphqlError[]) => errors.some((error) => namesOf(error).length > keys.length && startsWith(namesOf(error), keys));

/** Whether it may be missing only since something else, beneath what is missing, was refused and could not be null. */
function wasTaken(keys: readonly string[], data: unknown, errors: readonly GraphqlError[]): boolean {
  if (data === null) return isBeneath([], errors);
  const at = keys.findIndex((_, index) => objectAt(data, keys.slice(0, index + 1)) === null);
  return isBeneath(keys.slice(0, at + 1), errors);
}

/** The first object there; of lists the first that is. */
function objectAt(data: unknown, keys: readonly string[]): Record<string, unknown> | null {
  let at: unknown = data;
  for (const key of keys) {
    at = firstOf((at as Record<string, unknown> | null)?.[key]);
    if (at === null || at === undefined) return null;
  }
  return at as Record<string, unknown> | null;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? (value.find((one) => one !== null && Object.keys(one as object).length > 0) ?? null) : value;
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function sightOf(value: unknown): Sight {
  const objects = (Array.isArray(value) ? value : [value]) as ({ __typename?: string } | null | undefined)[];
  const types = new Set(objects.flatMap((one) => one?.__typename ?? []));
  return { outcome: isThere(value) ? 'yes' : 'null', types: [...types] };
}

import { getNamedType, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { argumentsOf } from './arguments.js';
import { type AnyField, fieldsOf, Reader, type Sight, type Way } from './fields.js';
import { type MatrixWorld, type Role, ROLES } from './world.js';

/** An object of a type, and what each reader finds in it. */
export interface Place {
  readonly way: Way;
  readonly reached: readonly Role[];
  /** In the order of `ROLES`; empty for who does not come to it. */
  readonly sights: readonly ReadonlyMap<string, Sight>[];
}

type Step = Pick<Place, 'way' | 'reached'>;

/**
 * One object of each type there is, the one that most people come to, read by all of them: from the root on, from what was found
 * to what lies in it, what more people see first.
 */
export async function explore(schema: GraphQLSchema, world: MatrixWorld): Promise<Place[]> {
  const readers = ROLES.map((role) => new Reader(world.clients[role], world));
  const places = new Map<string, Place>();
  let next: Step[] = [{ way: { type: schema.getQueryType()!, steps: [], keys: [] }, reached: ROLES }];
  while (next.length > 0) {
    const ways = ROLES.map((role) => next.filter(({ reached }) => reached.includes(role)).map(({ way }) => way));
    const told = await Promise.all(readers.map((reader, at) => reader.fieldsAt(ways[at]!)));
    const sightsOf = (way: Way) => ROLES.map((_, at) => told[at]![ways[at]!.indexOf(way)] ?? new Map<string, Sight>());
    for (const { way, reached } of next) places.set(way.type.name, { way, reached, sights: sightsOf(way) });
    next = widestOf([...places.values()].flatMap((place) => stepsFrom(schema, place, world)).filter(({ way }) => !places.has(way.type.name)));
  }
  return [...places.values()].sort((a, b) => (a.way.type.name < b.way.type.name ? -1 : 1));
}

/** Of each type that as many as possible come to, the first. */
function widestOf(steps: readonly Step[]): Step[] {
  const most = Math.max(0, ...steps.map(({ reached }) => reached.length));
  const first = new Map<string, Step>();
  for (const step of steps) if (step.reached.length === most && !first.has(step.way.type.name)) first.set(step.way.type.name, step);
  return [...first.values()];
}

function stepsFrom(schema: GraphQLSchema, { way, sights }: Place, world: MatrixWorld): Step[] {
  return fieldsOf(way.type).flatMap((field) => {
    const types = new Set(sights.flatMap((sight) => sight.get(field.name)?.types ?? []));
    return [...types].map((name) => {
      const reached = ROLES.filter((_, at) => sights[at]!.get(field.name)?.types.includes(name));
      return { way: onwards(way, field, schema.getType(name) as GraphQLObjectType, world), reached };
    });
  });
}

function onwards({ steps, keys }: Way, field: AnyField, type: GraphQLObjectType, world: MatrixWorld): Way {
  const step = `${field.name}${argumentsOf(field, world)}`;
  const narrowed = isObjectType(getNamedType(field.type)) ? [] : [`... on ${type.name}`];
  return { type, steps: [...steps, step, ...narrowed], keys: [...keys, field.name] };
}

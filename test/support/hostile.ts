import { encodeCursor } from '@fanfare/kernel';
import fc, { type Arbitrary } from 'fast-check';
import { getNullableType, type GraphQLArgument, type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';

const TEXTS = [
  '', ' ', 'x', '\u0000', 'a\u0000b', '\ud800', 'a\udfffb', '🧱👩‍👩‍👧', '\u202eabc', '\ufeff', '\u0007', 'é'.repeat(300), 'x'.repeat(6_000), '%', '_', '\\', "'", "';--", '"a" -b', '-', '!&|:*()<>',
  '__proto__', 'constructor', 'null', 'NaN', '-1', '0', '1e400', '2026-01-01T00:00:00Z', '../../etc', 'here', 'next-door', 'the-fan', 'the-owner', 'EN', 'fr-CA', 'xx-invalid-xx', 'a@b.example', '@', 'a b@c', 'A title that is long enough',
  'brick by brick', 'a quiet blue tricycle', '#ff0000', '{}', '[]', '<script>', '[x](javascript:1)', '`'.repeat(500), '['.repeat(500), '> '.repeat(500), '* '.repeat(500),
];

const NUMBERS = [0, -1, 1, 2, 7, 100, 101, 1_000, 2 ** 31 - 1, -(2 ** 31)];

/** Of the wrong type, for anything. */
const MISFITS: readonly unknown[] = [null, {}, [], [[]], true, 1.5, 2 ** 31, 1e308, 'x', { __typename: 'x' }, [null]];

const CURSORS = [encodeCursor('NEWEST', ['2026-01-01T00:00:00Z', 'x']), encodeCursor('TOP', [1e308, null, '\u0000']), encodeCursor('TRENDING', []), 'W10', 'bnVsbA', '💥'];

/** Where anything hostile is refused at the first step, so that the later ones are reached too. */
const PLAUSIBLE: Readonly<Record<string, readonly unknown[]>> = {
  community: ['here'],
  slug: ['here'],
  handle: ['the-fan', 'the-owner'],
  title: ['A title that is long enough'],
  body: ['A body that is long enough to be one.'],
  password: ['a quiet blue tricycle'],
  acceptedTerms: [1],
  ofAge: [true],
};

/** Values that a type takes, chosen to hurt; now and then one that it does not. */
function hostile(name: string, type: GraphQLInputType, ids: readonly string[]): Arbitrary<unknown> {
  const plausible = PLAUSIBLE[name];
  return fc.oneof(
    { weight: 40, arbitrary: fitting(type, ids) },
    { weight: 1, arbitrary: fc.constantFrom(...MISFITS) },
    ...(plausible ? [{ weight: 120, arbitrary: fc.constantFrom(...plausible) }] : []),
  );
}

/** Arguments of a field; what is optional is left out half the time. */
export function hostileArguments(args: readonly GraphQLArgument[], ids: readonly string[]): Arbitrary<Record<string, unknown>> {
  const required = args.filter(({ type }) => isNonNullType(type)).map(({ name }) => name);
  const values = args.map(({ name, type }) => [name, name === 'after' ? fc.constantFrom(...CURSORS, ...TEXTS) : hostile(name, type, ids)] as const);
  return fc.record(Object.fromEntries(values), { requiredKeys: required });
}

function fitting(type: GraphQLInputType, ids: readonly string[]): Arbitrary<unknown> {
  const inner = getNullableType(type);
  if (isListType(inner)) return fc.array(hostile('', inner.ofType, ids), { maxLength: 3 });
  if (isEnumType(inner)) return fc.constantFrom(...inner.getValues().map(({ name }) => name));
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields());
    const required = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined).map(({ name }) => name);
    return fc.record(Object.fromEntries(fields.map((field) => [field.name, hostile(field.name, field.type, ids)])), { requiredKeys: required });
  }
  return scalars(ids)[(inner as { name: string }).name] ?? fc.constantFrom(...TEXTS);
}

function scalars(ids: readonly string[]): Readonly<Record<string, Arbitrary<unknown>>> {
  const texts = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }));
  return {
    Int: fc.constantFrom(...NUMBERS),
    Float: fc.constantFrom(...NUMBERS),
    Boolean: fc.boolean(),
    ID: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ids, ...ids.map((id) => id.toUpperCase())) }, { weight: 1, arbitrary: texts }),
    String: texts,
  };
}

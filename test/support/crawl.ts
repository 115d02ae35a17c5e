import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, type GraphQLField, type GraphQLObjectType, type GraphQLOutputType, isEnumType, isNonNullType, isObjectType, isScalarType, isUnionType } from 'graphql';
import type { Client } from './client.js';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

const AT_ONCE = 6;

/** Types that hold people's words, or lead to them in one step. */
const WORDED: ReadonlySet<string> = new Set([
  'Idea', 'Comment', 'Creation', 'CreationResponse', 'CirclePost', 'Member', 'IdeaVersion', 'CommentVersion', 'IdeaEvent', 'Credit', 'Notification', 'StaffMember', 'Follow', 'Vote',
]);

/** What a field that needs arguments is asked with, by `Type.field`; without an entry such a field is left out. */
export type Arguments = Readonly<Record<string, string>>;

/** Everything that one root field leads to, asked for one field at a time, so that no document is too large to be answered. */
export function documentsOf(root: string, args: string, deeper: Arguments): string[] {
  const field = schema.getQueryType()!.getFields()[root]!;
  const type = getNamedType(field.type) as GraphQLObjectType;
  const paths = Object.values(type.getFields()).flatMap((one) => selectionsOf(type, one, deeper));
  return paths.map((selection) => `{ ${root}${args} { ${selection} } }`);
}

/** The text of every answer, refusals included. */
export async function crawl(client: Client, documents: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  const waiting = [...documents];
  const ask = async (): Promise<void> => {
    for (let document = waiting.pop(); document; document = waiting.pop()) said.push(await answerOf(client, document));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return said;
}

async function answerOf(client: Client, document: string): Promise<string> {
  const { data, errors } = await client.ask(document);
  const bad = errors.find(({ extensions: { code } }) => code.startsWith('QUERY_') || code === 'GRAPHQL_VALIDATION_FAILED' || code === 'INTERNAL');
  if (bad) throw new Error(`${document}: ${bad.message}`);
  return JSON.stringify([document, data, errors]);
}

/** One selection for each way in: the field with all that is simple below it, and with each thing below that. */
function selectionsOf(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, deeper: Arguments): string[] {
  const args = argumentsOf(parent, field, deeper);
  if (args === null) return [];
  const start = `${field.name}${args}`;
  const type = rowOf(field.type);
  if (!isObjectType(type.node)) return type.node === null ? [] : [start];
  const { node, open, close } = type;
  const simple = simpleOf(node);
  const nested = Object.values(node.getFields()).flatMap((below) => {
    const inside = rowOf(below.type);
    const given = argumentsOf(node, below, deeper);
    if (given === null || !isObjectType(inside.node) || !WORDED.has(inside.node.name)) return [];
    return [`${start} ${open} ${below.name}${given} ${inside.open} ${simpleOf(inside.node) || '__typename'} ${inside.close} ${close}`];
  });
  return [`${start} ${open} ${simple || '__typename'} ${close}`, ...nested];
}

/** What a field is about: of a connection its nodes. */
function rowOf(output: GraphQLOutputType): { node: GraphQLObjectType | 'simple' | null; open: string; close: string } {
  const type = getNamedType(output);
  if (isScalarType(type) || isEnumType(type)) return { node: 'simple', open: '', close: '' };
  if (isUnionType(type) || !isObjectType(type)) return { node: null, open: '', close: '' };
  const nodes = type.getFields()['nodes'];
  if (!nodes) return { node: type, open: '{', close: '}' };
  return { node: getNamedType(nodes.type) as GraphQLObjectType, open: '{ nodes {', close: '} }' };
}

function simpleOf(type: GraphQLObjectType): string {
  const simple = Object.values(type.getFields()).filter(({ type: of, args }) => {
    const named = getNamedType(of);
    return (isScalarType(named) || isEnumType(named)) && args.every((arg) => !isNonNullType(arg.type));
  });
  return simple.map(({ name }) => name).join(' ');
}

function argumentsOf(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, deeper: Arguments): string | null {
  const given = deeper[`${parent.name}.${field.name}`];
  if (given !== undefined) return given;
  return field.args.some((arg) => isNonNullType(arg.type)) ? null : '';
}

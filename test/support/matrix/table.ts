import type { Outcome } from './operations.js';
import { type Role, ROLES } from './world.js';

/** What becomes of one operation or field, for each of `ROLES`. */
export interface Row {
  readonly name: string;
  readonly cells: readonly Outcome[];
}

/** The fields of a type, as the readers found them who came to an object of it. */
export interface TypeRows {
  readonly type: string;
  /** Where the object stands in an answer. */
  readonly way: string;
  readonly reached: readonly Role[];
  /** Named `Type.field`. */
  readonly rows: readonly Row[];
}

export interface Matrix {
  readonly queries: Row[];
  readonly mutations: Row[];
  readonly subscriptions: Row[];
  readonly types: TypeRows[];
  readonly exceptions: Row[];
  /** Types of which there is nothing to come to. */
  readonly unreached: string[];
}

/** What codes are called in the table; the others are written as they are. */
const SHORT: Readonly<Record<string, string>> = { SIGN_IN_REQUIRED: 'sign in', NOT_ALLOWED: 'no', NOT_A_MEMBER: 'join', RESTRICTED: 'shut', NOT_FOUND: 'hidden' };

const LEGEND = `# Who may do and see what

Written by \`test/contract/authorization-matrix.contract.ts\` from the schema: each of these people calls each operation, over HTTP
with arguments filled from a small community in which everything there is one of is the author's, and reads each field of an object
of each type. What a mutation does is taken back at the end of its transaction. Over the WebSocket each subscription is called, and
every query and mutation is refused. All but the visitor and the operator are members of the community.

\`yes\`: let through. \`no\`: NOT_ALLOWED. \`sign in\`: SIGN_IN_REQUIRED. \`join\`: NOT_A_MEMBER. \`shut\`: RESTRICTED, by a decision of moderators.
\`hidden\`: NOT_FOUND. \`null\`: nothing, or an empty list or text, without a word. \`·\`: does not come to the object at all.
Another code: let through the door, and refused for what it says.
`;

const isAlike = ({ cells }: Row) => new Set(cells).size === 1;
/** Everybody finds the same: nothing in it is anybody's in particular. */
const isPublic = ({ reached, rows }: TypeRows) => reached.length === ROLES.length && rows.every(isAlike);
/** Of pages, which hold no more than what they are pages of, one line for fields that all are alike. */
const inShort = (type: string, rows: readonly Row[]) =>
  /(Connection|Edge)$/.test(type) && new Set(rows.map(({ cells }) => cells.join())).size === 1 ? [{ name: `${type}.${rows.map(fieldName).join(' ')}`, cells: rows[0]!.cells }] : rows;
const fieldName = ({ name }: Row) => name.split('.')[1]!;

export function written({ queries, mutations, subscriptions, types, exceptions, unreached }: Matrix): string {
  const apart = types.filter((one) => !isPublic(one));
  return [
    LEGEND,
    `## Queries\n\n${tableOf('query', queries)}\n`,
    `## Mutations\n\n${tableOf('mutation', mutations)}\n`,
    `## Subscriptions, over the WebSocket\n\n${tableOf('subscription', subscriptions)}\n`,
    `## Things that are not for everybody, although others of their kind are\n\n${tableOf('thing', exceptions)}\n`,
    '## Fields that not everybody finds alike\n',
    ...apart.map(({ type, way, reached, rows }) => {
      const same = rows.filter((row) => reached.length === ROLES.length && isAlike(row));
      const alike = same.length > 0 ? `\nAlike for everybody: ${same.map(fieldName).join(', ')}.\n` : '';
      return `### ${type}\n\nAt \`${way}\`.\n\n${tableOf('field', inShort(type, rows.filter((row) => !same.includes(row))).map((row) => ({ ...row, name: fieldName(row) })))}\n${alike}`;
    }),
    `## Types that everybody finds alike\n\n${types.filter(isPublic).map(({ type, rows }) => `- ${type}: ${rows.map(fieldName).join(', ')}`).join('\n')}\n`,
    `## Types of which this community has none\n\n${unreached.join(', ')}\n`,
  ].join('\n');
}

/** A Markdown table whose columns stand under each other. */
function tableOf(what: string, rows: readonly Row[]): string {
  const head = [what, ...ROLES];
  const lines = [head, ...rows.map(({ name, cells }) => [name, ...cells.map((cell) => SHORT[cell] ?? cell)])];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  const [first, ...others] = lines.map((line) => `| ${line.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`);
  return [first, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...others].join('\n');
}

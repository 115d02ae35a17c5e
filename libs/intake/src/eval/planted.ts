/** Campaigns that nobody ran, planted to see how much of a change hides one, and other people's texts to see who is wronged. */
import { repeatPhase } from '../phases/repeat.phase.js';
import { normalised, SHORTEST_COMPARED } from '../text/fingerprint.js';
import { PASSED, type Verdict } from '../verdict.js';
import { inOrder } from './intake.js';
import { seeded } from './measures.js';
import type { WrittenRow } from './read-import.js';

/** Each author posts under so many ideas, one an hour. */
const PLACES = 12;
const HOUR_MS = 3_600_000;

/** At most so many authors of a kind; shorter texts than these words have too little to be much alike. */
const MOST_AUTHORS = 200;
const FEWEST_WORDS = 20;

export interface Planted {
  /** Texts planted of this kind. */
  readonly n: number;
  /** Authors of whom at least one text was held or nudged as a copy. */
  readonly authors: number;
  readonly authorsFound: number;
  readonly held: number;
  readonly nudged: number;
}

type Random = () => number;
type Edit = (words: readonly string[], others: readonly string[], random: Random) => string;

const any = <Item>(list: readonly Item[], random: Random): Item => list[Math.floor(random() * list.length)]!;

/** Every so manieth word is another one, at random places. */
const replacing = (share: number): Edit => (words, others, random) => words.map((word) => (random() < share ? any(others, random) : word)).join(' ');

const EDITS: Readonly<Record<string, Edit>> = {
  'word for word': (words) => words.join(' '),
  'capitals, blanks and marks at the end changed': (words, _others, random) =>
    `${words.map((word) => (random() < 0.1 ? word.toUpperCase() : word)).join(random() < 0.5 ? ' ' : '\n')}${any(['', '!', '!!', ' …', ' :)'], random)}`,
  'another sentence of six words in front': (words, others, random) => [...Array.from({ length: 6 }, () => any(others, random)), ...words].join(' '),
  'one word in twenty replaced': replacing(1 / 20),
  'one word in ten replaced': replacing(1 / 10),
  'one word in four replaced': replacing(1 / 4),
};

/** What other people wrote, under as many ideas: nobody's campaign. */
const OF_OTHERS = 'no campaign: twelve texts of different people';

/** By kind of change. Empty when the consultation has too few texts of some length. */
export function evaluatePlanted(texts: readonly WrittenRow[]): Readonly<Record<string, Planted>> {
  const random = seeded(20_261_122);
  const bodies = longTexts(texts);
  if (bodies.length < PLACES) return {};
  const words = bodies.flatMap(wordsOf);
  const chosen = Array.from({ length: Math.min(MOST_AUTHORS, bodies.length) }, () => any(bodies, random));
  const kinds = Object.entries(EDITS).map(([kind, edit]) => [kind, judged(chosen, (body) => edit(wordsOf(body), words, random))] as const);
  return Object.fromEntries([...kinds, [OF_OTHERS, judged(chosen, drawnFrom(bodies, random))]]);
}

/** One after the other in an order drawn by lot, from the start again at the end: no author has a text twice. */
function drawnFrom(bodies: readonly string[], random: Random): () => string {
  const drawn = bodies.map((body) => ({ body, lot: random() })).sort((one, other) => one.lot - other.lot);
  let next = 0;
  return () => drawn[next++ % drawn.length]!.body;
}

const wordsOf = (body: string) => body.split(/\s+/).filter(Boolean);

/** One of each text that is long enough to be known again, whoever wrote it and however often. */
function longTexts(texts: readonly WrittenRow[]): string[] {
  const long = texts.filter(({ kind, body }) => kind === 'COMMENT' && wordsOf(body).length >= FEWEST_WORDS && body.length >= SHORTEST_COMPARED);
  return [...new Map(long.map(({ body }) => [normalised(body), body])).values()];
}

/** Each text by an author of its own, a variant under each of the ideas, the first too. */
function judged(bodies: readonly string[], variantOf: (body: string) => string): Planted {
  const rows = bodies.flatMap((body, author) => Array.from({ length: PLACES }, (_, place) => row(author, place, variantOf(body))));
  const spoke = inOrder(rows, (text, context) => repeatPhase.judge(text, context) ?? PASSED).filter(({ verdict }) => verdict.phase !== null);
  const of = (outcome: Verdict['outcome']) => spoke.filter(({ verdict }) => verdict.outcome === outcome).length;
  return { n: rows.length, authors: bodies.length, authorsFound: new Set(spoke.map(({ author }) => author)).size, held: of('HOLD'), nudged: of('NUDGE') };
}

function row(author: number, place: number, body: string): WrittenRow {
  const id = `${author}-${place}`;
  return { kind: 'COMMENT', id, place: `${place}`, author: `${author}`, title: undefined, body, at: place * HOUR_MS, hasTimeOfDay: true, byStaff: false };
}

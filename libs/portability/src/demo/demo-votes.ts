import { DAY } from '@fanfare/kernel';
import type { DemoIdea } from './content/index.js';

/** A repeatable stream of numbers in 0..1 (mulberry32), so that every installation shows the same demo. */
export function numbersFrom(seed: string): () => number {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 16_777_619), 2_166_136_261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same values in another order. */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const copy = [...values];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other]!, copy[at]!];
  }
  return copy;
}

export interface Voter {
  readonly handle: string;
  readonly confirmed: boolean;
}

export interface PlannedVote {
  readonly handle: string;
  readonly at: Date;
}

const SHARE_OF_ANONYMOUS = 0.08;

/**
 * Who votes for an idea and when: its author first, then others; a few of them anonymous, though never so many that an
 * idea meant to have reached its first rung has not.
 */
export function planVotes(idea: DemoIdea, voters: readonly Voter[], firstRung: number, now: Date): PlannedVote[] {
  const random = numbersFrom(idea.key);
  const others = shuffled(voters.filter(({ handle }) => handle !== idea.author), random);
  const mostAnonymous = idea.votes >= firstRung ? idea.votes - firstRung : idea.votes;
  const anonymous = Math.min(Math.round(idea.votes * SHARE_OF_ANONYMOUS), mostAnonymous);
  const chosen = [
    ...others.filter(({ confirmed }) => confirmed).slice(0, idea.votes - anonymous - 1),
    ...others.filter(({ confirmed }) => !confirmed).slice(0, anonymous),
  ];
  const handles = idea.votes > 0 ? [idea.author, ...chosen.map(({ handle }) => handle)] : [];
  return handles.map((handle, at) => ({ handle, at: at === 0 ? daysBefore(now, idea.daysAgo) : voteTime(idea, random, now) }));
}

/** Votes are counted while an idea is open or under review: for an answered one, before the answer. */
function voteTime(idea: DemoIdea, random: () => number, now: Date): Date {
  const ended = idea.response?.daysAgo ?? 0.02;
  const span = Math.max(idea.daysAgo - ended, 0.01);
  const share = { hot: random() ** 3, steady: random(), cold: 1 - random() ** 3 }[idea.heat];
  return daysBefore(now, ended + share * span);
}

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}

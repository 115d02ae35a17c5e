import type { CreditsInput } from '~/graphql/generated/documents';
import type { Sheet } from './answer-facts';

/** Whom a delivered idea will thank. */
export interface CreditChoice {
  readonly ideas: readonly CreditedIdea[];
  readonly members: readonly CreditedMember[];
  readonly note: string;
}

export interface CreditedIdea {
  readonly id: string;
  readonly title: string;
  /** Of its author, if anybody knows. */
  readonly by: string | null;
  readonly chosen: boolean;
  /** Posted as a duplicate of the idea. */
  readonly duplicate: boolean;
}

export interface CreditedMember {
  readonly id: string;
  readonly name: string;
}

/** The idea's own author and those of its duplicates, all of them thanked unless somebody says otherwise. */
export function firstChoice(candidates: Sheet['creditCandidates']): CreditChoice {
  const ideas = (candidates ?? []).map(({ idea, member, reason }) => ({ ...idea, by: member?.displayName ?? null, chosen: true, duplicate: reason === 'DUPLICATE' }));
  return { ideas, members: [], note: '' };
}

/** With another idea, chosen; one that is there already is chosen again. */
export function withIdea(choice: CreditChoice, idea: { id: string; title: string; by: string | null }): CreditChoice {
  if (choice.ideas.some(({ id }) => id === idea.id)) return { ...choice, ideas: choice.ideas.map((known) => (known.id === idea.id ? { ...known, chosen: true } : known)) };
  return { ...choice, ideas: [...choice.ideas, { ...idea, chosen: true, duplicate: false }] };
}

export function withMember(choice: CreditChoice, member: CreditedMember): CreditChoice {
  return choice.members.some(({ id }) => id === member.id) ? choice : { ...choice, members: [...choice.members, member] };
}

/** How many are thanked. */
export function countOf({ ideas, members }: CreditChoice): number {
  return ideas.filter(({ chosen }) => chosen).length + members.length;
}

/** As the API takes it; null when nobody is thanked. */
export function creditsInput(choice: CreditChoice): CreditsInput | null {
  if (countOf(choice) === 0) return null;
  return {
    ideas: choice.ideas.filter(({ chosen }) => chosen).map(({ id }) => id),
    members: choice.members.map(({ id }) => id),
    note: choice.note.trim() || null,
  };
}

import type { DemoCommunity, DemoIdea } from './content/index.js';

export interface PlannedCredit {
  /** Handle. */
  readonly member: string;
  /** Whether it is for the idea itself, or for them alone. */
  readonly forIdea: boolean;
  readonly note: string;
}

const NOTES = {
  en: { idea: 'The idea itself, as we built it.', help: 'What you wrote in the discussion changed the drawing.' },
  fr: { idea: 'L’idée même, telle que nous l’avons réalisée.', help: 'Votre message dans la discussion a changé nos plans.' },
} as const;

/** Whom a delivered idea names: its author, and the fan whose comment helped most. */
export function planCredits(community: DemoCommunity, idea: DemoIdea): PlannedCredit[] {
  if (idea.status !== 'DELIVERED') return [];
  const staff = new Set(community.members.filter(({ role }) => role).map(({ handle }) => handle));
  const helpers = idea.comments.filter(({ author, helpful = 0 }) => helpful > 0 && author !== idea.author && !staff.has(author));
  const [best] = helpers.toSorted((a, b) => (b.helpful ?? 0) - (a.helpful ?? 0));
  const notes = NOTES[community.locale];
  const own = { member: idea.author, forIdea: true, note: notes.idea };
  return best ? [own, { member: best.author, forIdea: false, note: notes.help }] : [own];
}

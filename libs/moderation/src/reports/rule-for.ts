import { type CommunityRow, DEFAULT_RULES } from '@fanfare/communities';
import { rowsOf, type Tx } from '@fanfare/database';
import { CATEGORY_WORDS } from './report.words.js';
import type { ReportCategory } from './report.category.js';

/** Which rule a machine may name: a number, or words where the community has none that is surely about it. */
export interface Ground {
  readonly rule: number | null;
  readonly law: string | null;
}

/** Rules are about the matter when they begin with what the house calls it. Owners word theirs as they like: then their terms are the ground. */
const RULE = 'SELECT number FROM community_rules WHERE community_id = $1 AND until IS NULL AND title = ANY ($2::text[]) ORDER BY number LIMIT 1';

/** Where the house's own rules speak of it: its titles in every language are what is looked for. */
const NUMBERS: Readonly<Partial<Record<ReportCategory, number>>> = {
  HARASSMENT: 1, HATE: 2, PRIVATE_DATA: 3, SPAM: 4, OFF_TOPIC: 5, UNDISCLOSED_ADVERTISING: 6, MANIPULATION: 7, IMPERSONATION: 8,
};

const titlesOf = (category: ReportCategory) =>
  Object.values(DEFAULT_RULES).map((rules) => rules[(NUMBERS[category] ?? 0) - 1]?.title).filter((title) => title !== undefined);

/** What a machine says something may be against. */
export async function ruleFor(tx: Tx, { id, locale }: Pick<CommunityRow, 'id' | 'locale'>, category: ReportCategory): Promise<Ground> {
  const [rule] = await rowsOf<{ number: number }>(tx, RULE, [id, titlesOf(category)]);
  if (rule) return { rule: rule.number, law: null };
  const language = locale.startsWith('fr') ? 'fr' : 'en';
  const terms = language === 'fr' ? 'Conditions de la communauté' : 'Terms of the community';
  return { rule: null, law: `${terms}: ${CATEGORY_WORDS[category][language]}` };
}

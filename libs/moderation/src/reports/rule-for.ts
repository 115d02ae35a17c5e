import type { CommunityRow } from '@fanfare/communities';
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

/** Titles of the rules that the house proposes, by what they are about. */
const TITLES: Readonly<Partial<Record<ReportCategory, readonly string[]>>> = {
  HARASSMENT: ['Respect people', 'Respectez les personnes'],
  HATE: ['No hate', 'Pas de haine'],
  PRIVATE_DATA: ['Private things stay private', 'La vie privée reste privée'],
  SPAM: ['No spam', 'Pas de spam'],
  IMPERSONATION: ['Be yourself', 'Soyez vous-même'],
};

/** What a machine says something may be against. */
export async function ruleFor(tx: Tx, { id, locale }: Pick<CommunityRow, 'id' | 'locale'>, category: ReportCategory): Promise<Ground> {
  const [rule] = await rowsOf<{ number: number }>(tx, RULE, [id, TITLES[category] ?? []]);
  if (rule) return { rule: rule.number, law: null };
  const language = locale.startsWith('fr') ? 'fr' : 'en';
  const terms = language === 'fr' ? 'Conditions de la communauté' : 'Terms of the community';
  return { rule: null, law: `${terms}: ${CATEGORY_WORDS[category][language]}` };
}

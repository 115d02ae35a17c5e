import { cleanLine, cleanText, Problem } from '@fanfare/kernel';
import type { CommunityRow, Rung } from './community.row.js';
import { DEFAULT_LADDER, ladderFrom, MOST_RUNGS, type Step } from './ladder.js';
import { plainSlug, slugFrom } from './slug.js';
import { changedTheme, DEFAULT_THEME, type Theme, type ThemeChange } from './theme.js';
import { isDeepStrictEqual } from 'node:util';

/** What can be set about a community; what is left out stays, or takes its default when the community is new. */
export interface SettingsChange {
  readonly name?: string | null;
  readonly locale?: string | null;
  readonly tagline?: string | null;
  readonly description?: string | null;
  readonly guidelines?: string | null;
  /** The terms' words; other words than the current ones become the next version. */
  readonly terms?: string | null;
  readonly minAge?: number | null;
  readonly theme?: ThemeChange | null;
  readonly ideaTemplate?: string | null;
  /** All of them, in order. */
  readonly categories?: readonly CategoryChange[] | null;
  /** All of it, from the lowest rung. */
  readonly ladder?: readonly Step[] | null;
  /** From which rung on supporters are asked what they would pay; null: nobody is asked. */
  readonly surveyRung?: number | null;
  /** Days that staff may do without a second factor; access keeps them. */
  readonly secondFactorGraceDays?: number | null;
}

export interface CategoryChange {
  /** Of a category that stays; a new one has none. */
  readonly id?: string | null;
  /** Made from the name when left out. */
  readonly slug?: string | null;
  readonly name: string;
  readonly description?: string | null;
}

export interface CategorySetting {
  readonly id: string | null;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
}

type Texts = Pick<CommunityRow, 'name' | 'locale' | 'tagline' | 'description' | 'guidelines' | 'minAge' | 'ideaTemplate' | 'surveyRung'>;

/** Settings that passed every rule. */
export interface Settings extends Texts {
  readonly theme: Theme;
  /** Null: the words stay. */
  readonly terms: string | null;
  /** Null: they stay. */
  readonly categories: readonly CategorySetting[] | null;
  readonly ladder: readonly Rung[] | null;
}

const EMPTY: Omit<Texts, 'name'> & { readonly theme: Theme } = {
  locale: 'en',
  tagline: '',
  description: '',
  guidelines: '',
  minAge: 0,
  ideaTemplate: '',
  surveyRung: null,
  theme: DEFAULT_THEME,
};

/** What a new community starts with. @throws Problem when a setting breaks a rule. */
export function firstSettings(change: SettingsChange): Settings & { readonly terms: string; readonly ladder: readonly Rung[] } {
  const settings = changedSettings({ ...EMPTY, name: '' }, change);
  if (settings.terms === null) throw new Problem('EMPTY_TEXT', { field: 'terms', min: 1 });
  return { ...settings, terms: settings.terms, ladder: settings.ladder ?? ladderFrom(DEFAULT_LADDER) };
}

/** Settings after a change. @throws Problem when one breaks a rule, naming its field. */
export function changedSettings(now: Texts & { readonly theme: Theme }, change: SettingsChange): Settings {
  return {
    name: cleanLine('name', change.name ?? now.name, { max: 80 }),
    locale: language(change.locale ?? now.locale),
    tagline: cleanLine('tagline', change.tagline ?? now.tagline, { min: 0, max: 160 }),
    description: cleanText('description', change.description ?? now.description, { min: 0, max: 5_000 }),
    guidelines: cleanText('guidelines', change.guidelines ?? now.guidelines, { min: 0, max: 20_000 }),
    ideaTemplate: cleanText('ideaTemplate', change.ideaTemplate ?? now.ideaTemplate, { min: 0, max: 5_000 }),
    minAge: age(change.minAge ?? now.minAge),
    surveyRung: surveyRung(change.surveyRung === undefined ? now.surveyRung : change.surveyRung),
    theme: changedTheme(now.theme, change.theme ?? {}),
    terms: isGiven(change.terms) ? cleanText('terms', change.terms, { max: 50_000 }) : null,
    categories: isGiven(change.categories) ? categories(change.categories) : null,
    ladder: isGiven(change.ladder) ? ladderFrom(change.ladder) : null,
  };
}

/** The names of settings that are others than before; new terms are told by themselves, ladder and categories by their rows. */
export function changedFields(now: Texts & { readonly theme: Theme }, settings: Settings): string[] {
  const { terms: _terms, categories: _categories, ladder: _ladder, ...kept } = settings;
  const before = now as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(kept).flatMap(([name, value]) => (isDeepStrictEqual(before[name], value) ? [] : [name]));
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function surveyRung(position: number | null): number | null {
  if (position === null || (Number.isInteger(position) && position >= 1 && position <= MOST_RUNGS)) return position;
  throw new Problem('INVALID_INPUT', { field: 'surveyRung', max: MOST_RUNGS });
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const OLDEST = 99;
const MOST_CATEGORIES = 50;

function language(tag: string): string {
  if (tag.length > 35 || !LANGUAGE.test(tag)) throw new Problem('INVALID_INPUT', { field: 'locale', rule: 'language' });
  return tag;
}

function age(years: number): number {
  if (!Number.isInteger(years) || years < 0 || years > OLDEST) throw new Problem('INVALID_INPUT', { field: 'minAge', max: OLDEST });
  return years;
}

function categories(changes: readonly CategoryChange[]): CategorySetting[] {
  if (changes.length > MOST_CATEGORIES) throw new Problem('INVALID_INPUT', { field: 'categories', max: MOST_CATEGORIES });
  const all = changes.map(category);
  for (const field of ['slug', 'id'] as const) {
    const values = all.map((one) => one[field]).filter(isGiven);
    if (new Set(values).size < values.length) throw new Problem('INVALID_INPUT', { field: `categories.${field}`, rule: 'unique' });
  }
  return all;
}

function category(change: CategoryChange): CategorySetting {
  const name = cleanLine('categories.name', change.name, { max: 60 });
  return {
    id: change.id ?? null,
    slug: plainSlug('categories.slug', change.slug ?? slugFrom(name)),
    name,
    description: cleanLine('categories.description', change.description ?? '', { min: 0, max: 300 }),
  };
}

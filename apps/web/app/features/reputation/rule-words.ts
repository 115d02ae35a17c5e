import type { MessageKey, Translator } from '~/i18n/translator';
import type { IconName } from '~/kit/icon';

interface Words {
  readonly en: string;
  readonly fr: string;
}

interface RuleWords extends Words {
  readonly code: string;
}

/** What a rule says, in the reader's language: rules come from the server with words of their own. */
export function ruleWords({ en, fr }: Words, locale: string): string {
  return locale.startsWith('fr') ? fr : en;
}

const CODES = [
  'VOTE_RECEIVED', 'RUNG_REACHED', 'IDEA_PLANNED', 'IDEA_DELIVERED', 'HELPFUL_TO_AUTHOR', 'HELPFUL_TO_STAFF', 'REPORT_UPHELD', 'REPORT_ABUSIVE',
  'CONTENT_REMOVED', 'MISSION_ACCEPTED',
] as const;
type Code = (typeof CODES)[number];

const isKnown = (code: string): code is Code => (CODES as readonly string[]).includes(code);

/** One act or outcome, whoever's: "A vote for an idea". A rule that this page has no words for says its own sentence. */
export function entryWords(t: Translator, rule: RuleWords): string {
  return isKnown(rule.code) ? t(`reputation.entry.${rule.code}`) : ruleWords(rule, t.locale);
}

/** A kind of them: "Votes for ideas". */
export function sourceWords(t: Translator, rule: RuleWords): string {
  return isKnown(rule.code) ? t(`reputation.source.${rule.code}`) : ruleWords(rule, t.locale);
}

/** What somebody is known for: "12 votes for their ideas". */
export function meritWords(t: Translator, rule: RuleWords, count: number): string {
  return isKnown(rule.code) ? t(`reputation.merit.${rule.code}` as MessageKey, { count }) : `${ruleWords(rule, t.locale)} ${t('reputation.times', { count })}`;
}

const ICONS: Readonly<Record<Code, IconName>> = {
  VOTE_RECEIVED: 'heart',
  RUNG_REACHED: 'arrowUp',
  IDEA_PLANNED: 'calendar',
  IDEA_DELIVERED: 'rocket',
  HELPFUL_TO_AUTHOR: 'thumb',
  HELPFUL_TO_STAFF: 'comment',
  REPORT_UPHELD: 'shield',
  REPORT_ABUSIVE: 'flag',
  CONTENT_REMOVED: 'eyeOff',
  MISSION_ACCEPTED: 'star',
};

export function ruleIcon(code: string): IconName {
  return isKnown(code) ? ICONS[code] : 'user';
}

/** "+4", "−2", "0": with a true minus. */
export function signed(points: number, format: (value: number, options?: Intl.NumberFormatOptions) => string): string {
  return format(points, { signDisplay: 'exceptZero' }).replace('-', '−');
}

import type { Letter, LetterItem, Letters, Meter } from '@fanfare/mail';
import type { MailedMatter, ReadMailing } from './mailing.reader.js';
import type { NotificationKind } from './notification.kinds.js';
import { MAILING_WORDS, type MailingWords } from './mailing.words.js';

/** A mail and the addresses in it. */
export interface MailingFacts {
  readonly mailing: Pick<ReadMailing, 'kind' | 'name' | 'community' | 'matters'>;
  /** Origin of the site, without a trailing slash. */
  readonly origin: string;
  readonly unsubscribeUrl: string;
}

/** A digest tells of so many matters and counts the rest. */
export const MOST_ITEMS = 25;

/** News of one or many matters. */
export const mailingLetters: Letters<MailingFacts> = {
  en: (facts) => letter(facts, MAILING_WORDS.en),
  fr: (facts) => letter(facts, MAILING_WORDS.fr),
};

function letter({ mailing, origin, unsubscribeUrl }: MailingFacts, words: MailingWords): Letter {
  const { community, matters, kind } = mailing;
  const home = `${origin}/c/${community.slug}`;
  const items = matters.slice(0, MOST_ITEMS).map((matter) => itemOf(matter, home, community.name, words));
  const left = matters.length - items.length;
  return {
    subject: words.subject(matters.length, subjectOf(items[0]!, words), community.name),
    greeting: words.greeting(mailing.name),
    paragraphs: [words.opening(matters.length, community.name)],
    items,
    button: { label: words.inbox, url: `${home}/inbox` },
    ...(left > 0 ? { closing: words.more(left) } : {}),
    accent: community.theme.accent,
    links: [
      { label: words.settings, url: `${home}/inbox/settings` },
      { label: kind === 'DIGEST' ? words.stop(community.name) : words.stopKind, url: unsubscribeUrl },
    ],
  };
}

const LONGEST_TITLE = 60;

function subjectOf({ heading, line }: LetterItem, words: MailingWords): string {
  const title = heading.length > LONGEST_TITLE ? `${heading.slice(0, LONGEST_TITLE).trimEnd()}…` : heading;
  const said = line.replace(/\s*:$/, '');
  return title === line ? title : words.about(title, said);
}

function itemOf(matter: MailedMatter, home: string, brand: string, words: MailingWords): LetterItem {
  const line = words.line(matter, brand);
  return {
    heading: headingOf(matter, words) ?? line,
    url: urlOf(matter, home),
    line,
    quote: matter.quote,
    meter: meterOf(matter, words),
    note: words.reason[matter.reason],
  };
}

function headingOf({ kind, idea, circle, creation, mission, perk, evidence, actor, call }: MailedMatter, words: MailingWords): string | undefined {
  if (evidence) return words.evidence[evidence.kind];
  if (kind in words.headings) return words.headings[kind];
  if (call) return call.title;
  return idea?.title ?? circle?.name ?? creation?.title ?? mission?.title ?? perk ?? actor?.name;
}

/** What is read on a page of one's own term, or on the brand's list of terms. */
const OF_TERMS: readonly NotificationKind[] = ['TERM_ENDED', 'TERM_REVOKED', 'TERM_RENEWAL', 'AMBASSADOR_APPEAL_DECIDED'];
const OF_REWARDS: readonly NotificationKind[] = ['REWARD_PAID', 'REWARD_TAKEN_BACK', 'PERK_SENT', 'PERK_RETURNED'];

function urlOf({ kind, reason, idea, circle, creation, mission, evidence, actor, commentId, creationResponseId, decisionId, appealId, call }: MailedMatter, home: string): string {
  if (evidence !== null) return new URL('/settings/identity', home).href;
  if (kind === 'CODES_GUESSED') return `${home}/settings/codes`;
  if (kind === 'REVIEW_WAITS') return `${home}/moderation`;
  if (OF_REWARDS.includes(kind)) return `${home}/rewards`;
  if (kind === 'AMBASSADOR_APPEAL_WAITS') return `${home}/moderation/ambassadors`;
  if (mission !== null) return `${home}/missions/${mission.id}`;
  if (OF_TERMS.includes(kind)) return `${home}/ambassadors/${reason === 'STAFF' ? 'desk' : 'mine'}`;
  if (call !== null) return `${home}/calls/${call.id}`;
  if (appealId !== null) return `${home}/appeals/${appealId}`;
  if (decisionId !== null) return `${home}/decisions/${decisionId}`;
  if (creation !== null) return `${home}/creations/${creation.id}${creationResponseId ? `#response-${creationResponseId}` : ''}`;
  if (circle !== null) return `${home}/circles/${circle.slug}${circle.postId ? `?post=${circle.postId}` : ''}`;
  if (idea === null) return actor ? `${home}/members/${actor.handle}` : `${home}/inbox`;
  return `${home}/ideas/${idea.id}${commentId ? `#comment-${commentId}` : ''}`;
}

/** Where support is the matter, it is drawn: talk about an idea does without. */
function meterOf({ idea, kind }: MailedMatter, { meter, locale }: MailingWords): Meter | null {
  if (idea === null || ['REPLIED', 'MENTIONED', 'COMMENTED'].includes(kind)) return null;
  const { verified, next } = idea;
  const said = (count: number) => count.toLocaleString(locale);
  return { share: next ? Math.min(verified / next, 1) : 1, label: meter(said(verified), next === null ? null : said(next)) };
}

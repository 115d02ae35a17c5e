/** The chapter on intake in docs/EVALUATION.md. */
import { SPAM_MODEL } from '../spam/spam-model.data.js';
import type { HostilityResult } from './hostility.js';
import type { IntakeResult } from './intake.js';
import type { Planted } from './planted.js';
import type { SpamResult } from './spam.js';

type Spam = Omit<SpamResult, 'how'>;

/** What is said of a consultation, and of campaigns planted in it. */
export interface Consultation {
  readonly result: IntakeResult;
  readonly planted: Readonly<Record<string, Planted>>;
}

export interface Chapter {
  readonly videos: Spam;
  readonly messages: Spam;
  readonly consultations: Readonly<Record<string, Consultation>>;
  readonly hostility: Readonly<Record<string, HostilityResult>>;
}

export const CHAPTER_HEADING = '## What intake lets pass';

const SPAM_WORDS = `A logistic regression over words, pairs of words and pieces of two to five letters, hashed and weighed by tf-idf
(\`libs/intake/src/spam\`, trained by \`npm run train:spam\`). Comments: each video by a model of the other videos and of the text
messages. Messages: in ten parts, each by a model of the other nine and of all comments, all weighed alike; the shipped model lets a
comment count ten messages, since comments are nearer to what people write here, and tells messages a little less well (AUC
${SPAM_MODEL.training['messagesAuc']}). No text is scored by a model that has seen it, but the kinds of features and these weights were chosen by
looking at these same figures, some thirty variants in all: a video that nobody here has seen may do a little worse. AUC is the mean
over the videos, by their size; all comments ranked as one, though by different models, it is ${SPAM_MODEL.training['videosAuc']}. Precision and
recall are those at the shipped threshold, which is chosen so that at most one in a thousand honest proposals and arguments is held
(Polis in English, République numérique in French) and at most one in a hundred of what is held here is none: it misses half the
spam rather than hold honest people. Intervals: bootstrap over texts, 95 %.`;

const INTAKE_WORDS = `Every idea and comment in the order in which it was written, judged with what its author had written before. Accounts that
the data call official, administrator or moderator are staff; everybody else is taken for a fan. A nudged author posts the same
again, as they did in truth. Campaigns are the same normalised text of 40 characters or more, by one author, under three ideas
or more. Those of which the repeat phase, which knows nothing but what the author wrote before, held a copy as it came are found, and
their comments counted apart; one that it misses would count among the rest. Of a campaign the first copy passes and the second is
nudged: nobody knows yet. Then campaigns are planted: up to 200 comments of twenty words or more, each posted under twelve ideas, one an
hour, by an author of its own, with ever larger changes every time. At most ten of the twelve can be held when every copy is the same,
seven when they are only much alike: such a text may be a form that people fill in. These texts were
looked at while numbers were chosen: the hourly rates were raised, and copies within one place are held from the sixth only, after
counting both in Barcelona; from which likeness on copies count (.6) was chosen among .4, .5, .6 and .7 by these tables, and lower
ones would have held reports of schools about their visits. The threshold of spam was set with République numérique among the honest texts; Barcelona had no
part in it.`;

const HOSTILITY_WORDS = `On the posts of MLMA (Ousidhoum and others, 2019), which were collected by searching for hostile words: a share of hostile posts
that no forum has. The words phase hears words, not hostility; what it does not find is for reports to bring up. The lists are no
stranger to these posts: some twenty entries were added after looking at frequent words of hostile ones that were missed, which had
brought 62 % of the English and 32 % of the French. Half of the English posts that are labelled normal hold a listed word, for that
is how they were collected; a coarse word is a nudge, not more, for that reason too.`;

export function chapter({ videos, messages, consultations, hostility }: Chapter): string {
  return `${[
    CHAPTER_HEADING,
    'Made by `FANFARE_DATA=… npm run eval` (this chapter alone: `npm run eval -- chapter`), always the same for the same data.',
    table(['', 'asked', 'reached', ''], [...askedOfSpam(videos, messages), ...Object.entries(consultations).flatMap(askedOfIntake)]),
    '### Spam',
    SPAM_WORDS,
    spamReport(videos),
    spamReport(messages),
    `The shipped model: version ${SPAM_MODEL.version} of ${SPAM_MODEL.date}, threshold ${SPAM_MODEL.threshold} (log-odds), ${Math.round((SPAM_MODEL.weights.length + SPAM_MODEL.idf.length) / 1024)} kB.`,
    '### Two consultations, text by text',
    INTAKE_WORDS,
    ...Object.entries(consultations).flatMap(([name, result]) => [`#### ${name}`, intakeReport(result)]),
    '### Hostility',
    HOSTILITY_WORDS,
    ...Object.entries(hostility).flatMap(([name, result]) => [`#### ${name}`, hostilityReport(result)]),
  ].join('\n\n')}\n`;
}

export function spamReport({ auc, interval: [low, high], precision, recall, n, groups }: Spam): string {
  const rows = Object.entries(groups).map(([name, group]) => [name, figure(group.auc), '', '', `${group.n}`]);
  const all = ['all', `${figure(auc)} (${figure(low)}–${figure(high)})`, figure(precision), figure(recall), `${n}`];
  return table(['', 'AUC (95 %)', 'precision', 'recall', 'n'], rows.length > 1 ? [...rows, all] : [all]);
}

export function intakeReport({ result, planted }: Consultation): string {
  const { outcomes, copyPaste, campaigns, campaignComments, campaignsFound, campaignsOfStaff, copiesToHold, copiesHeld, n, reasons } = result;
  const rest = n - copyPaste;
  const counts = Object.entries(outcomes).map(([outcome, count]) => [outcome, `${count}`, percent(count, rest)]);
  const why = Object.entries(reasons).sort(([, one], [, other]) => other - one).map(([name, count]) => [name, `${count}`, percent(count, rest)]);
  return [
    `${n} texts. ${campaigns} campaigns with ${campaignComments} comments. ${campaignsOfStaff} are answers by staff, which intake leaves alone; of the other ${campaigns - campaignsOfStaff} it held a copy of ${campaignsFound}: ${copiesHeld} of their ${copiesToHold} copies after the second.`,
    table(['the rest', 'texts', ''], counts),
    table(['why', 'texts', ''], why),
    ...(Object.keys(planted).length > 0 ? [plantedTable(planted)] : []),
  ].join('\n\n');
}

function plantedTable(planted: Consultation['planted']): string {
  const kinds = Object.entries(planted).map(([kind, { n, authors, authorsFound, held, nudged }]) =>
    [kind, `${authorsFound} of ${authors}`, percent(held, n), percent(nudged, n)]);
  return table(['planted', 'authors told or held', 'texts held', 'texts nudged'], kinds);
}

export function hostilityReport({ hostile, hostileFound, peaceful, peacefulFound, byLabel, n }: HostilityResult): string {
  const labels = Object.entries(byLabel).map(([label, [found, of]]) => [label, `${found} of ${of}`, percent(found, of)]);
  const rows = [...labels, ['any hostility', `${hostileFound} of ${hostile}`, percent(hostileFound, hostile)], ['normal (false alarms)', `${peacefulFound} of ${peaceful}`, percent(peacefulFound, peaceful)]];
  return [`${n} posts.`, table(['labelled', 'heard', ''], rows)].join('\n\n');
}

type Row = readonly string[];

function askedOfSpam(videos: Spam, messages: Spam): Row[] {
  const row = (what: string, bar: number, { auc, interval: [low, high] }: Spam): Row => {
    const isReached = Math.round(auc * 1_000) >= Math.round(bar * 1_000);
    return [what, `≥ ${figure(bar)}`, `${figure(auc)} (${figure(low)}–${figure(high)})`, isReached ? 'yes' : '**no**'];
  };
  return [row('spam under videos, each left out, AUC', 0.977, videos), row('spam in messages, ten parts, AUC', 0.995, messages)];
}

/** What was counted in the data beforehand. */
const CAMPAIGNS: Readonly<Record<string, string>> = { 'decidim-bcn-2016': '336 texts, 2326 comments' };

function askedOfIntake([name, { result: { outcomes, copyPaste, campaignsFound, n } }]: [string, Consultation]): Row[] {
  const stopped = outcomes.HOLD + outcomes.REFUSE;
  const found = `${campaignsFound} texts, ${copyPaste} comments`;
  const asked = CAMPAIGNS[name];
  return [
    ...(asked ? [[`${name}, campaigns found`, asked, found, asked === found ? 'yes' : '**no**']] : []),
    [`${name}, held or refused of the rest`, '< 0.50 %', percent(stopped, n - copyPaste), stopped * 200 < n - copyPaste ? 'yes' : '**no**'],
  ];
}

function figure(value: number): string {
  return value.toFixed(3).replace(/^0/, '');
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? '0.00' : ((100 * part) / whole).toFixed(2)} %`;
}

function table(head: Row, rows: readonly Row[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

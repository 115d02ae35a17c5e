import { forEach, type Person } from './conversation.js';
import { DISCLOSURE, fund, type Mission } from './missions.js';
import { until } from './recruiting.js';
import type { Stage } from './stage.js';
import type { Told, ToldEntry } from './told.js';

/** What becomes of the page behind an entry. */
type Fate = 'FOUND' | 'MISSING' | 'UNREACHABLE';

export interface Sent {
  readonly id: string;
  readonly person: Person;
  readonly mission: Mission;
  readonly path: string;
  readonly fate: Fate;
  /** Words that intake holds until a moderator has read them. */
  readonly withheld: boolean;
}

const UNREAD = `
  SELECT FROM entries e JOIN entry_evidence v ON v.entry_id = e.id AND v.revision = e.revision AND v.kind = 'LINK'
  WHERE e.state NOT IN ('DRAFT', 'WITHDRAWN') AND NOT EXISTS (SELECT FROM entry_checks k WHERE k.evidence_id = v.id)`;

const OPINIONS = ['The brakes squeal in the rain.', 'The seats are hard after an hour.', 'It parks itself, slowly.', 'I would not buy it, and I say why.', 'My neighbours asked three times whose it was.'];

/** All who chose a mission hand in their work: with a page that says what they receive, hides it, or does not answer. */
export async function handIn(stage: Stage, told: Told, missions: readonly Mission[], people: ReadonlyMap<string, Person>, month: number): Promise<Sent[]> {
  const sent: Sent[] = [];
  const chosen = missions.flatMap((mission) => [...people.values()].filter(({ handle }) => told.joined.has(`${mission.id} ${handle}`)).map((person) => ({ mission, person })));
  await forEach(chosen, async ({ mission, person }) => {
    const path = `/${person.handle}/${mission.id}`;
    const fate = fateOf(stage.random());
    await publish(stage, { mission, person, path, fate });
    const evidence = mission.trait === 'TEXT' ? [{ kind: 'TEXT', text: answerOf(stage) }] : [{ kind: 'LINK', url: stage.site.addressOf(path) }];
    const { entry } = (await stage.talk.say(person, 'submitEntry', { mission: mission.id, evidence, disclosed: true, idempotencyKey: `${mission.id} 0` }, 'entry { id state withheld }'))!;
    told.entries.set(entry.id, { handle: person.handle, mission: mission.id, state: 'SUBMITTED', points: mission.points, budget: mission.budget });
    sent.push({ id: entry.id, person, mission, path, fate: mission.trait === 'TEXT' ? 'FOUND' : fate, withheld: entry.withheld !== null });
  });
  await until(stage, UNREAD);
  for (const { id, fate } of sent) if (fate === 'MISSING') change(told, id, { state: 'NEEDS_DISCLOSURE' });
  await requireVerdicts(stage, sent, month);
  return sent;
}

function fateOf(chance: number): Fate {
  return chance < 0.72 ? 'FOUND' : chance < 0.87 ? 'MISSING' : 'UNREACHABLE';
}

function answerOf({ random }: Stage): string {
  const pick = () => OPINIONS[Math.floor(random() * OPINIONS.length)];
  return `Somebody asked how it drives after ${Math.floor(random() * 900) + 100} kilometres. ${pick()} ${pick()} I answered so on day ${Math.floor(random() * 28) + 1}.`;
}

async function publish(stage: Stage, { mission, person, path, fate }: Pick<Sent, 'mission' | 'person' | 'path' | 'fate'>): Promise<void> {
  const { pages } = stage.site;
  if (fate === 'UNREACHABLE') return void (stage.random() < 0.5 && pages.set(path, null));
  const link = mission.trait === 'TRACKED' ? await trackingLink(stage, mission, person) : '';
  pages.set(path, { title: `A week by ${person.handle}`, words: `${OPINIONS[0]} ${fate === 'FOUND' ? `<b>${DISCLOSURE}</b>.` : 'An #adventure.'} ${link}` });
}

/** The ambassador's own link on the page, followed by a reader or two. */
async function trackingLink({ talk }: Stage, mission: Mission, person: Person): Promise<string> {
  const { trackingLink: made } = (await talk.say(person, 'createTrackingLink', { mission: mission.id, channel: 'Blog' }, 'trackingLink { url }'))!;
  await fetch(made.url, { redirect: 'manual', headers: { 'user-agent': `Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 ${person.handle}` } }).catch(() => undefined);
  return `<a href="${made.url}">the car</a>`;
}

/** What was found on each page is what stood there. */
async function requireVerdicts({ database }: Stage, sent: readonly Sent[], month: number): Promise<void> {
  const rows = await database.query<{ id: string; verdict: Fate }>(
    `SELECT DISTINCT ON (e.id) e.id, k.verdict FROM entries e JOIN entry_evidence v ON v.entry_id = e.id AND v.revision = e.revision JOIN entry_checks k ON k.evidence_id = v.id
     WHERE e.id = ANY ($1) ORDER BY e.id, k.checked_at DESC, k.id DESC`, [sent.map(({ id }) => id)]);
  const verdicts = new Map(rows.map(({ id, verdict }) => [id, verdict]));
  const wrong = sent.filter(({ id, fate, mission }) => mission.trait !== 'TEXT' && verdicts.get(id) !== fate);
  if (wrong.length > 0) throw new Error(`Month ${month}: ${wrong.length} pages were read wrongly, as ${wrong[0]!.path}: ${verdicts.get(wrong[0]!.id)}, not ${wrong[0]!.fate}`);
}

/** Most who hid what they receive say it now; nobody pays the others. */
export async function mend(stage: Stage, told: Told, sent: readonly Sent[]): Promise<Sent[]> {
  const hidden = sent.filter(({ fate }) => fate === 'MISSING');
  const mended = hidden.filter((_, at) => at % 5 !== 4);
  await forEach(hidden, async ({ id }) => {
    const code = await stage.talk.refusal(stage.manager, 'reviewEntry', { entry: id, outcome: 'ACCEPT' }, 'entry { state }');
    if (code !== 'ENTRY_NOT_REVIEWABLE') throw new Error(`What hides its sponsor was reviewed: ${code}`);
  });
  await forEach(mended, async (one) => {
    await publish(stage, { ...one, fate: 'FOUND' });
    await handInAgain(stage, told, one, 1);
  });
  await until(stage, UNREAD);
  return sent.filter((one) => !hidden.includes(one) || mended.includes(one)).map((one) => (one.fate === 'MISSING' ? { ...one, fate: 'FOUND' as const } : one));
}

async function handInAgain(stage: Stage, told: Told, { id, mission, person, path }: Sent, time: number): Promise<void> {
  const evidence = mission.trait === 'TEXT' ? [{ kind: 'TEXT', text: answerOf(stage) }] : [{ kind: 'LINK', url: stage.site.addressOf(path) }];
  await stage.talk.say(person, 'submitEntry', { mission: mission.id, evidence, disclosed: true, idempotencyKey: `${mission.id} ${time}` }, 'entry { id state }');
  change(told, id, { state: 'SUBMITTED' });
}

export function change(told: Told, id: string, changed: Partial<ToldEntry>): void {
  told.entries.set(id, { ...told.entries.get(id)!, ...changed });
}

/** Two of the brand review all: most are accepted, criticism or not; some are sent back, refused, or refused after all, and some of those appeal. */
export async function review(stage: Stage, told: Told, sent: readonly Sent[]): Promise<{ emptied: number }> {
  const unpaid: Sent[] = [];
  await forEach(sent.filter(({ withheld }) => !withheld), async (one, at) => {
    const reviewer = at % 2 ? stage.manager : stage.owner;
    const say = (outcome: string, time: number) => judge(stage, told, reviewer, one, outcome, time);
    const fate = stage.random();
    if (fate < 0.1) {
      await say('REFUSE', 0);
      if (fate < 0.06) await appeal(stage, told, one, fate < 0.04);
    } else if (fate < 0.2 && one.mission.trait !== 'TEXT') await askAgain(stage, told, reviewer, one);
    else if (!(await say('ACCEPT', 0))) unpaid.push(one);
    else if (fate >= 0.93) {
      await say('REFUSE', 1);
      if (fate >= 0.96) await appeal(stage, told, one, true);
    }
  });
  for (const one of unpaid) await fund(stage, told, one.mission.budget, one.mission.points);
  await forEach(unpaid, (one) => judge(stage, told, stage.owner, one, 'ACCEPT', 9));
  return { emptied: unpaid.length };
}

const SOLID = 'Two days of the seven are missing.';

async function askAgain(stage: Stage, told: Told, reviewer: Person, one: Sent): Promise<void> {
  await judge(stage, told, reviewer, one, 'CHANGE', 0);
  await handInAgain(stage, told, one, 2);
  await until(stage, `${UNREAD} AND e.id = $1`, [one.id]);
  if (!(await judge(stage, told, reviewer, one, 'ACCEPT', 1))) {
    await fund(stage, told, one.mission.budget, one.mission.points);
    await judge(stage, told, reviewer, one, 'ACCEPT', 2);
  }
}

/** @returns false when the budget had no more */
async function judge({ talk }: Stage, told: Told, reviewer: Person, { id, fate }: Sent, outcome: string, time: number): Promise<boolean> {
  const input = { entry: id, outcome, reason: outcome === 'ACCEPT' ? null : SOLID, sawDisclosure: fate === 'UNREACHABLE', idempotencyKey: `${id} ${time}` };
  const code = await talk.refusal(reviewer, 'reviewEntry', input, 'entry { state }');
  if (code === 'BUDGET_EMPTY') return false;
  if (code !== null) throw new Error(`reviewEntry ${outcome} was refused with ${code}`);
  talk.acknowledged += 1;
  const before = told.entries.get(id)!;
  if (before.state === 'ACCEPTED' && outcome !== 'ACCEPT') told.reversals.set(id, (told.reversals.get(id) ?? 0) + 1);
  change(told, id, { state: { ACCEPT: 'ACCEPTED', CHANGE: 'CHANGE_ASKED', REFUSE: 'REFUSED' }[outcome]! });
  return true;
}

/** The words a moderator gives; where a budget was empty, the ledger has them beside what had to be put in. */
export const GRANTED = 'We read both pages.';

/** Its author appeals; a moderator who took no part decides, and it is paid when it was wrong to refuse, from an empty budget too. */
async function appeal({ talk, moderator }: Stage, told: Told, { id, person }: Sent, overturned: boolean): Promise<void> {
  const { entry } = (await talk.say(person, 'appealEntry', { entry: id, text: 'They are on page two.', idempotencyKey: `appeal ${id}` }, 'entry { appeals { id outcome } }'))!;
  const open = entry.appeals.find(({ outcome }: { outcome: string | null }) => outcome === null) ?? entry.appeals[0];
  const verdict = { appeal: open.id, outcome: overturned ? 'OVERTURNED' : 'UPHELD', reasons: GRANTED };
  await talk.say(moderator, 'decideAmbassadorAppeal', verdict, 'appeal { outcome }', 'NOT_IN_FORCE');
  if (overturned) change(told, id, { state: 'ACCEPTED' });
}

const DUE = `SELECT FROM entry_evidence v JOIN entries e ON e.id = v.entry_id AND e.revision = v.revision WHERE v.next_check_at <= $1::timestamptz AND e.state NOT IN ('DRAFT', 'WITHDRAWN')`;

/** Some take their disclosure down after they were paid; a week later and a month later somebody looks. @returns the entries that lost it */
export async function lookAgain(stage: Stage, told: Told, sent: readonly Sent[]): Promise<Set<string>> {
  const paid = sent.filter(({ id, fate, mission }) => fate === 'FOUND' && mission.trait !== 'TEXT' && told.entries.get(id)!.state === 'ACCEPTED');
  const hiding = paid.filter((_, at) => at % 20 === 7);
  for (const one of hiding) await publish(stage, { ...one, fate: 'MISSING' });
  for (const days of [8, 22.5]) {
    await stage.pass(days);
    await until(stage, DUE, [new Date(stage.now()).toISOString()]);
    await stage.settled();
  }
  return new Set(hiding.map(({ id }) => id));
}

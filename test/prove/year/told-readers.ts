import type { Database } from '@fanfare/database';
import { DAY } from '@fanfare/kernel';
import type { ReceivedMail } from '../post-office.js';
import type { Reader } from './readers.js';
import { fateOf, LADDER } from './told-ideas.js';

/** One matter as a mail says it: the idea and what became of it. */
type Matter = string;
const rungMatter = (idea: string, support: number): Matter => `${idea} reached ${support}`;
const expiredMatter = (idea: string): Matter => `${idea} expired`;

/** What a mail tells of: each item is a paragraph that ends with its address. */
const ITEM = /^https?:\/\/\S+\/ideas\/([0-9a-f-]{36})$/;
const RUNG = /^It reached (\d+) verified supporters/m;
const EXPIRED = /^Its time ran out/m;
const MORE = /^… and (\d+) more in your inbox\.$/m;

interface Told {
  readonly matters: Matter[];
  /** Counted without being named: a digest names so many at most. */
  readonly unnamed: number;
}

/** @throws Error on a mail that says anything we do not expect */
function readMail({ text }: ReceivedMail): Told {
  const matters: Matter[] = [];
  for (const paragraph of text.split('\n\n')) {
    const id = ITEM.exec(paragraph.trim().split('\n').at(-1)!)?.[1];
    if (!id) continue;
    const rung = RUNG.exec(paragraph)?.[1];
    if (!rung && !EXPIRED.test(paragraph)) throw new Error(`A mail says something unexpected: ${paragraph}`);
    matters.push(rung ? rungMatter(id, Number(rung)) : expiredMatter(id));
  }
  if (matters.length === 0) throw new Error(`A mail tells of nothing: ${text}`);
  return { matters, unnamed: Number(MORE.exec(text)?.[1] ?? 0) };
}

interface Vote {
  readonly member: string;
  readonly at: number;
  readonly verified: boolean;
}

const VOTES = `
  SELECT v.idea_id AS idea, v.member_id AS member, extract(epoch FROM v.cast_at)::float8 * 1000 AS at, v.standing = 'VERIFIED' AS verified
  FROM votes v WHERE v.community_id = $1 ORDER BY v.cast_at`;
const RUNGS = `
  SELECT subject_id AS idea, (payload->>'support')::int AS support, extract(epoch FROM occurred_at)::float8 * 1000 AS at FROM events
  WHERE community_id = $1 AND type = 'rung.reached'`;

/** What happens later than so long before the end may be waiting for its morning. */
const LONGEST_WAIT = 2 * DAY;

/** What each reader's mails must tell of, and what they may: who voted in the moment a rung was granted may hear of it or not. */
interface Owed {
  readonly must: ReadonlySet<Matter>;
  readonly may: ReadonlySet<Matter>;
}

/**
 * Works out from votes, first deadlines and habits alone who must hear of what. Of what was told it takes one thing: when a
 * rung was granted, for who votes later than that does not hear of it.
 */
async function owedTo(db: Database, communityId: string, readers: readonly Reader[], deadlines: ReadonlyMap<string, number>, end: number): Promise<Map<string, Owed>> {
  const owed = new Map(readers.map(({ memberId }) => [memberId, { must: new Set<Matter>(), may: new Set<Matter>() }]));
  const habits = new Map(readers.map(({ memberId, habit }) => [memberId, habit]));
  const granted = new Map((await db.query<{ idea: string; support: number; at: number }>(RUNGS, [communityId])).map((row) => [rungMatter(row.idea, row.support), row.at]));
  const votes = Map.groupBy(await db.query<Vote & { idea: string }>(VOTES, [communityId]), ({ idea }) => idea);
  const tell = (member: string, kind: 'RUNG' | 'EXPIRED', matter: Matter, at: number, must: boolean) => {
    if ((habits.get(member)?.[kind] ?? 'OFF') === 'OFF') return;
    owed.get(member)!.may.add(matter);
    if (must && at < end - LONGEST_WAIT) owed.get(member)!.must.add(matter);
  };
  for (const [idea, cast] of votes) {
    const verified = cast.filter((vote) => vote.verified);
    const { status, rung, until } = fateOf(deadlines.get(idea)!, verified.map(({ at }) => at), end);
    if (status === 'EXPIRED') for (const { member } of cast) tell(member, 'EXPIRED', expiredMatter(idea), until, true);
    for (const { support } of LADDER.slice(0, rung)) {
      const matter = rungMatter(idea, support);
      const reached = verified[support - 1]!.at;
      const isSure = verified[support] === undefined || verified[support].at > reached; // else some of one moment made it, who knows which
      const climbers = new Set(isSure ? verified.slice(0, support).map(({ member }) => member) : []);
      const at = granted.get(matter) ?? reached;
      for (const vote of cast) if (vote.at <= at) tell(vote.member, 'RUNG', matter, at, climbers.has(vote.member) || vote.at < at);
    }
  }
  return owed;
}

const without = (all: ReadonlySet<string>, others: ReadonlySet<string>) => [...all].filter((one) => !others.has(one)).length;

/** Mails that were made, kept by a trigger: the application forgets them after sixty days. */
const REMEMBER_MAILINGS = `
  CREATE TABLE year_mailings (id uuid PRIMARY KEY, member_id uuid, kind text, digest_of date);
  CREATE FUNCTION remember_mailing() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO year_mailings VALUES (NEW.id, NEW.member_id, NEW.kind, NEW.digest_of); RETURN NULL; END $$;
  CREATE TRIGGER remember AFTER INSERT ON mailings FOR EACH ROW EXECUTE FUNCTION remember_mailing()`;

export async function rememberMailings(db: Database): Promise<void> {
  await db.query(REMEMBER_MAILINGS);
}

const MADE = `SELECT count(*)::int AS mails, count(*) FILTER (WHERE kind = 'DIGEST')::int AS digests,
  count(*) FILTER (WHERE kind = 'DIGEST')::int - count(DISTINCT (member_id, digest_of)) FILTER (WHERE kind = 'DIGEST')::int AS doubled FROM year_mailings`;

export interface MailReckoning {
  readonly wrong: readonly string[];
  readonly counts: Readonly<Record<'digests' | 'notices' | 'matters' | 'unnamed', number>>;
}

/** Holds what every reader found in their mailbox against what they were owed. */
export async function reckonMails(
  db: Database,
  mails: readonly ReceivedMail[],
  { communityId, readers, deadlines, end }: { communityId: string; readers: readonly Reader[]; deadlines: ReadonlyMap<string, number>; end: number },
): Promise<MailReckoning> {
  const owed = await owedTo(db, communityId, readers, deadlines, end);
  const mailboxes = Map.groupBy(mails, ({ to }) => to);
  const counts = { digests: 0, notices: 0, matters: 0, unnamed: 0 };
  const faults = { missing: 0, twice: 0, uncalled: 0 };
  for (const { memberId, email } of readers) {
    const { must, may } = owed.get(memberId)!;
    const told = (mailboxes.get(email) ?? []).map(readMail);
    const named = told.flatMap(({ matters }) => matters);
    const distinct = new Set(named);
    const unnamed = told.reduce((sum, one) => sum + one.unnamed, 0);
    counts.matters += named.length;
    counts.unnamed += unnamed;
    faults.twice += named.length - distinct.size;
    faults.uncalled += without(distinct, may) + Math.max(0, distinct.size + unnamed - may.size);
    faults.missing += Math.max(0, without(must, distinct) - unnamed);
  }
  const [made] = await db.query<{ mails: number; digests: number; doubled: number }>(MADE);
  counts.digests = made!.digests;
  counts.notices = made!.mails - made!.digests;
  const wrong = [];
  if (faults.missing > 0) wrong.push(`${faults.missing} matters never came by mail`);
  if (faults.twice > 0) wrong.push(`${faults.twice} matters came in two mails`);
  if (faults.uncalled > 0) wrong.push(`${faults.uncalled} matters came to who should not hear of them`);
  if (made!.doubled > 0) wrong.push(`${made!.doubled} readers had two digests on a day`);
  if (made!.mails !== mails.length) wrong.push(`${made!.mails} mails were made and ${mails.length} came`);
  return { wrong, counts };
}

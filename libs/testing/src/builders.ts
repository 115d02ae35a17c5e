import type { Database } from '@fanfare/database';
import { DAY, type IdentityLevel, newId, type RestrictionKind, type StaffRole } from '@fanfare/kernel';

let count = 0;
const next = () => (count += 1);

type Columns = Readonly<Record<string, unknown>>;

/** Inserts one row as it is. Tests say only the columns they care about. */
async function insert<T extends Columns>(db: Database, table: string, row: T): Promise<T> {
  const names = Object.keys(row);
  const places = names.map((_, at) => `$${at + 1}`);
  await db.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`, Object.values(row));
  return row;
}

export async function aCommunity(db: Database, columns: Columns = {}) {
  const id = newId();
  const community = {
    id,
    slug: `community-${next()}`,
    name: 'Test Community',
    locale: 'en',
    tagline: 'Ideas welcome',
    description: 'A community made for a test.',
    guidelines: 'Be kind.',
    min_age: 0,
    terms_version: 1,
    created_at: new Date(),
    ...columns,
  };
  // A community and its current terms need each other, so one statement makes both.
  const places = Object.keys(community).map((_, at) => `$${at + 1}`);
  await db.query(
    `WITH made AS (INSERT INTO communities (${Object.keys(community).join(', ')}) VALUES (${places.join(', ')}) RETURNING id, terms_version)
     INSERT INTO community_terms (community_id, version, body) SELECT id, terms_version, 'The author keeps the idea.' FROM made`,
    Object.values(community),
  );
  await db.query(
    `INSERT INTO rungs (community_id, position, support, days) VALUES ($1, 1, 100, 60), ($1, 2, 1000, 365), ($1, 3, 5000, 182), ($1, 4, 10000, 182)`,
    [community.id],
  );
  return community;
}

export function aCategory(db: Database, communityId: string, columns: Columns = {}) {
  const number = next();
  return insert(db, 'categories', {
    id: newId(),
    community_id: communityId,
    slug: `category-${number}`,
    name: `Category ${number}`,
    description: '',
    position: number,
    ...columns,
  });
}

export function anAccount(db: Database, columns: Columns & { identity_level?: IdentityLevel } = {}) {
  const number = next();
  const confirmed = (columns.identity_level ?? 'CONFIRMED') !== 'ANONYMOUS';
  return insert(db, 'accounts', {
    id: newId(),
    email: `person-${number}@example.org`,
    email_confirmed_at: confirmed ? new Date() : null,
    display_name: `Person ${number}`,
    locale: 'en',
    identity_level: 'CONFIRMED' as IdentityLevel,
    created_at: new Date(),
    ...columns,
  });
}

/** A member with an account of its own. */
export async function aMember(db: Database, communityId: string, columns: Columns & { identity_level?: IdentityLevel } = {}) {
  const level = columns.identity_level ?? 'CONFIRMED';
  const account = await anAccount(db, { identity_level: level });
  const number = next();
  return insert(db, 'members', {
    id: newId(),
    community_id: communityId,
    account_id: account.id as string | null,
    handle: `member-${number}`,
    display_name: `Member ${number}`,
    identity_level: level,
    joined_at: new Date(),
    terms_version: 1,
    ...columns,
  });
}

export function aRole(db: Database, communityId: string, accountId: string, role: StaffRole) {
  return insert(db, 'role_grants', { id: newId(), community_id: communityId, account_id: accountId, role, granted_at: new Date() });
}

/** An OPEN idea with thirty days left, unless said otherwise. */
export function anIdea(db: Database, communityId: string, columns: Columns = {}) {
  const number = next();
  return insert(db, 'ideas', {
    id: newId(),
    community_id: communityId,
    author_id: null as string | null,
    category_id: null as string | null,
    title: `A test idea, number ${number}`,
    body: 'A body long enough to be an idea in a test.',
    status: 'OPEN',
    created_at: new Date(),
    deadline: (columns['status'] ?? 'OPEN') === 'OPEN' ? new Date(Date.now() + 30 * DAY) : null, // the clock runs in OPEN only
    ...columns,
  });
}

export function aVote(db: Database, idea: { id: string; community_id: string }, memberId: string, columns: Columns = {}) {
  return insert(db, 'votes', {
    idea_id: idea.id,
    member_id: memberId,
    community_id: idea.community_id,
    standing: 'VERIFIED',
    cast_at: new Date(),
    idea_version: 1,
    ...columns,
  });
}

export function aComment(db: Database, idea: { id: string; community_id: string }, columns: Columns = {}) {
  return insert(db, 'comments', {
    id: newId(),
    idea_id: idea.id,
    community_id: idea.community_id,
    author_id: null as string | null,
    body: `A comment, number ${next()}.`,
    created_at: new Date(),
    ...columns,
  });
}

/** A picture that somebody uploaded as CREATION and nothing shows yet; its files are not there. */
export function aPictureRow(db: Database, accountId: string | null, columns: Columns = {}) {
  const id = newId();
  return insert(db, 'pictures', {
    id,
    kind: 'CREATION',
    account_id: accountId,
    source_digest: Buffer.from(id.replaceAll('-', '').repeat(2), 'hex'),
    width: 800,
    height: 600,
    forms: JSON.stringify([400, 800].map((width) => ({ width, height: (width * 3) / 4, type: 'webp', bytes: 1000 }))),
    bytes: 2000,
    color: '#808080',
    stored: true,
    keep_until: new Date(Date.now() + DAY),
    ...columns,
  });
}

/** A work without pictures that builds on nothing, unless said otherwise. */
export function aCreation(db: Database, communityId: string, authorId: string, columns: Columns = {}) {
  const id = newId();
  return insert(db, 'creations', {
    id,
    community_id: communityId,
    author_id: authorId,
    title: `A test creation, number ${next()}`,
    story: 'How it was built.',
    created_at: new Date(),
    root_id: id,
    ...columns,
  });
}

/** An open circle with its founder in it since the day before, and whoever else is named. */
export async function aCircle(db: Database, communityId: string, memberIds: readonly [string, ...string[]], columns: Columns = {}) {
  const number = next();
  const yesterday = new Date(Date.now() - DAY);
  const circle = await insert(db, 'circles', {
    id: newId(),
    community_id: communityId,
    slug: `circle-${number}`,
    name: `Circle ${number}`,
    description: 'For whoever likes circles.',
    joining: 'OPEN',
    founder_id: memberIds[0],
    created_at: yesterday,
    ...columns,
  });
  for (const [at, memberId] of memberIds.entries()) {
    const joined = new Date(circle.created_at.getTime() + at);
    await insert(db, 'circle_members', { circle_id: circle.id, member_id: memberId, community_id: communityId, joined_at: joined });
  }
  return circle;
}

/**
 * What a member may not do from now on: the row, with an item and a decision behind it that nobody made. For tests of what it
 * keeps them from; tests of decisions decide.
 */
export async function aRestriction(db: Database, member: { id: string; community_id: string }, columns: Columns & { kind?: RestrictionKind } = {}) {
  const at = new Date(Date.now() - 1_000);
  const { id: memberId, community_id: communityId } = member;
  const decisionId = await aDecisionOfNobody(db, { memberId, communityId, at });
  const kind = columns.kind ?? 'BAN';
  return insert(db, 'restrictions', {
    id: newId(),
    community_id: communityId,
    member_id: memberId,
    decision_id: decisionId,
    kind,
    muted_right: kind === 'MUTE' ? 'POSTING' : null,
    starts_at: at,
    ends_at: null as Date | null,
    lifted_at: null as Date | null,
    ...columns,
  });
}

async function aDecisionOfNobody(db: Database, { memberId, communityId, at }: { memberId: string; communityId: string; at: Date }): Promise<string> {
  const item = { id: newId(), community_id: communityId, subject_kind: 'MEMBER', subject_id: memberId, author_id: memberId, incident: next() };
  await insert(db, 'review_items', { ...item, state: 'DECIDED', opened_at: at, changed_at: at, decided_at: at });
  const reasons = { ground: 'LAW', law: 'A law of the test', facts: 'What a test says happened.', language: 'en', appeal_until: new Date(at.getTime() + 180 * DAY) };
  const machine = { source: 'AUTOMATED', automated_detection: true, automated_decision: true, decided_as: 'AUTOMATED' };
  const bound = { action: 'HOLD', state: 'IN_FORCE', decided_at: at, starts_at: at, ends_at: new Date(at.getTime() + 10 * DAY) };
  const { id } = await insert(db, 'decisions', { id: newId(), community_id: communityId, item_id: item.id, affected_id: memberId, ...reasons, ...machine, ...bound });
  return id;
}

/** A public call that is closed and waits for its answers, unless said otherwise. */
export function aCall(db: Database, communityId: string, authorId: string, columns: Columns = {}) {
  return insert(db, 'calls', {
    id: newId(),
    community_id: communityId,
    title: `A test call, number ${next()}`,
    story: 'Six months, one theme each.',
    perks: 'A set of bricks.',
    receives: 'A set of bricks',
    seats: 5,
    opens_at: new Date(Date.now() - 30 * DAY),
    closes_at: new Date(Date.now() - DAY),
    published_at: new Date(Date.now() - 31 * DAY),
    selection: 'PANEL',
    least_level: 'NEWCOMER',
    least_identity: 'CONFIRMED',
    blind: false,
    reapply_after_days: 180,
    term_months: 6,
    accept_days: 14,
    created_by: authorId,
    created_at: new Date(Date.now() - 31 * DAY),
    ...columns,
  });
}

/** An application that was handed in, unless said otherwise. */
export function anApplication(db: Database, call: { id: string; community_id: string }, memberId: string, columns: Columns = {}) {
  const at = new Date(Date.now() - 10 * DAY);
  return insert(db, 'applications', {
    id: newId(),
    call_id: call.id,
    community_id: call.community_id,
    member_id: memberId,
    state: 'SUBMITTED',
    of_age: true,
    started_at: at,
    changed_at: at,
    submitted_at: at,
    ...columns,
  });
}

/** A term in force since yesterday, for half a year, under an agreement of its own. */
export async function aTerm(db: Database, communityId: string, memberId: string, columns: Columns = {}) {
  const [agreement] = await db.query<{ id: string; hash: string }>(
    `INSERT INTO agreements (id, community_id, version, locale, text, hash, since)
     SELECT gen_random_uuid(), $1, coalesce(max(version), 0) + 1, 'en', 'You disclose, always.', encode(sha256('You disclose, always.'), 'hex'), now()
     FROM agreements WHERE community_id = $1 RETURNING id, hash`,
    [communityId],
  );
  const since = new Date(Date.now() - DAY);
  return insert(db, 'terms', {
    id: newId(),
    community_id: communityId,
    member_id: memberId,
    state: 'ACTIVE',
    receives: 'A set of bricks',
    months: 6,
    offered_at: since,
    accept_until: new Date(Date.now() + 13 * DAY),
    agreement_id: agreement!.id,
    agreement_hash: agreement!.hash,
    accepted_at: since,
    starts_at: since,
    ends_at: new Date(Date.now() + 180 * DAY),
    ...columns,
  });
}

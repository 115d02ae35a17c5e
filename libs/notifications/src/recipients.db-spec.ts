import {
  AmbassadorAppealDecided, AmbassadorAppealOpened, type ApplicationOutcome, ApplicationsService, BudgetsService, CallsService, DecisionsService as DecisionsOfCalls, EntryDisclosureLost, EntryReturned, EntryReviewed, MissionClosed,
  PerksService, ReviewsAskedService, RevocationsService, RewardPaid, RewardReversed, RewardsService, TermsService,
} from '@fanfare/ambassadors';
import { CircleMembershipService, CirclesService, ElectionClosing, ElectionsService } from '@fanfare/circles';
import { CommentsService } from '@fanfare/comments';
import { AppreciationsService, CreationResponsesService, CreationsService } from '@fanfare/creations';
import { EventLog, type EventType, Schedules } from '@fanfare/events';
import { EvidenceService, type OwnProof, RealNamesService, RedemptionService } from '@fanfare/identity';
import { AnswersService, CreditsService, IdeaMoves, IdeasAccess, IdeasService } from '@fanfare/ideas';
import { RequestContext } from '@fanfare/graphql';
import { type Actor, DAY, HOUR, MINUTE, newId, type StaffRole, VISITOR } from '@fanfare/kernel';
import { RungReached } from '@fanfare/ladder';
import { AppealDecisionsService, AppealsService, DecisionsService, ReviewItemsService } from '@fanfare/moderation';
import { aCall, aCategory, aCircle, aComment, aCommunity, aMember, anApplication, anIdea, aPictureRow, aRole, aTerm, aTermOf as aTermInForce, aVote, bootRooms, type Rooms } from '@fanfare/testing';
import { MutesService } from '@fanfare/members';
import { ContestsService, MergesService } from '@fanfare/votes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FollowsService } from './follows.service.js';
import { NOTIFICATION_KINDS, type NotificationKind } from './notification.kinds.js';
import { NotificationsModule } from './notifications.module.js';

/** Who is there. Everybody is one thing alone, but for `keen`, who is everything a fan can be and hears once all the same. */
const CAST = [
  'author', 'backer', 'commenter', 'follower', 'keen', 'twin', 'twinBacker', 'authorFan', 'categoryFan', 'changelogFan', 'named', 'bystander',
  'owner', 'manager', 'moderator', 'moderator2', 'moderatorNextDoor',
] as const;
type Name = (typeof CAST)[number];

const ROLES: Partial<Record<Name, StaffRole>> = { owner: 'OWNER', manager: 'BRAND_MANAGER', moderator: 'MODERATOR', moderator2: 'MODERATOR' };

let rooms: Rooms;
let community: { id: string; slug: string };
let category: { id: string };
let idea: Awaited<ReturnType<typeof anIdea>>;
let twin: Awaited<ReturnType<typeof anIdea>>;
let cast: Record<Name, { readonly id: string; readonly handle: string; readonly actor: Actor }>;

/** A mission that `named` chose and handed something in for. */
async function aHandedIn(): Promise<{ missionId: string; entryId: string }> {
  const [missionId, entryId, at] = [newId(), newId(), rooms.clock.now()];
  const termId = await aTermInForce(rooms.database, { id: cast.named.id, community_id: community.id }, at);
  await rooms.database.query(
    `INSERT INTO missions (id, community_id, kind, state, title, brief, opens_at, closes_at, evidence, created_by, created_at, published_at)
     VALUES ($1, $2, 'HELP', 'PUBLISHED', 'Answer a question', 'Answer a question of somebody new.', $3, $4, '{TEXT}', $5, $3, $3)`,
    [missionId, community.id, at, new Date(at.getTime() + DAY), cast.manager.id]);
  await rooms.database.query('INSERT INTO mission_joins (mission_id, member_id, community_id, term_id, joined_at) VALUES ($1, $2, $3, $4, $5)', [missionId, cast.named.id, community.id, termId, at]);
  await rooms.database.query(`INSERT INTO entries (id, mission_id, community_id, member_id, term_id, state, created_at) VALUES ($1, $2, $3, $4, $5, 'DRAFT', $6)`, [entryId, missionId, community.id, cast.named.id, termId, at]);
  return { missionId, entryId };
}

const emit = <Payload extends object>(type: EventType<Payload>, subjectId: string, payload: Payload) =>
  rooms.transactor.run((tx) => rooms.get(EventLog).append(tx, type, { communityId: community.id, actorId: cast.manager.actor.accountId, subjectId, payload }));

async function ofEntry<More extends object>(type: EventType<{ missionId: string; memberId: string } & More>, more: More): Promise<void> {
  const { missionId, entryId } = await aHandedIn();
  await emit(type, entryId, { missionId, memberId: cast.named.id, ...more });
}

async function ofReward(type: typeof RewardPaid | typeof RewardReversed): Promise<void> {
  const { entryId } = await aHandedIn();
  await emit(type, newId(), { memberId: cast.named.id, entryId, points: 5, perk: null });
}

async function aPerkSent(): Promise<string> {
  const staff = cast.manager.actor;
  const budget = await rooms.get(BudgetsService).create(staff, { community: community.slug, name: 'Summer' });
  const perkId = await rooms.get(BudgetsService).createPerk(staff, { budget, title: 'A mug', description: '', stock: 1 });
  await rooms.transactor.run((tx) => rooms.get(RewardsService).pay(tx, { entryId: newId(), communityId: community.id, memberId: cast.named.id, points: 0, budgetId: null, perkId, by: null }));
  await rooms.dispatcher.drain();
  await rooms.database.query('DELETE FROM notifications');
  const [{ id }] = (await rooms.database.query<{ id: string }>('SELECT id FROM perk_deliveries WHERE perk_id = $1', [perkId])) as [{ id: string }];
  await rooms.get(PerksService).update(staff, id, 'SENT', 'Parcel 7');
  await rooms.get(PerksService).update(staff, id, 'SENT', 'Parcel 8');
  return id;
}

beforeAll(async () => {
  rooms = await bootRooms([NotificationsModule], { env: { SECRET_KEY: 'a key for tests, long enough to be one' } });
});
afterAll(() => rooms?.close());

/** An idea with everybody who may care; `twin` is an idea like it, of somebody else. */
beforeEach(async () => {
  const { database: db } = rooms;
  community = await aCommunity(db);
  const nextDoor = await aCommunity(db);
  cast = Object.fromEntries(await Promise.all(CAST.map(async (name) => [name, await somebody(name)]))) as typeof cast;
  await aRole(db, nextDoor.id, cast.moderatorNextDoor.actor.accountId!, 'MODERATOR');
  category = await aCategory(db, community.id);
  idea = await anIdea(db, community.id, { author_id: cast.author.id, category_id: category.id });
  twin = await anIdea(db, community.id, { author_id: cast.twin.id, category_id: category.id });
  const at = new Date(rooms.clock.now().getTime() - MINUTE);
  for (const name of ['author', 'backer', 'keen'] as const) await aVote(db, idea as never, cast[name].id, { cast_at: at });
  await aVote(db, twin as never, cast.twinBacker.id, { cast_at: at });
  for (const name of ['commenter', 'keen'] as const) await aComment(db, idea, { author_id: cast[name].id, created_at: at });
  await follow('follower', idea.id);
  await follow('authorFan', cast.author.id);
  await follow('categoryFan', category.id);
  await follow('changelogFan', community.id);
  for (const subject of [idea.id, cast.author.id, category.id, community.id]) await follow('keen', subject);
  await rooms.dispatcher.drain();
  await db.query('DELETE FROM notifications');
  rooms.clock.advance(MINUTE);
});

async function somebody(name: Name) {
  const { id, handle, account_id } = await aMember(rooms.database, community.id);
  const role = ROLES[name];
  if (role) await aRole(rooms.database, community.id, account_id!, role);
  return { id, handle, actor: { ...VISITOR, accountId: account_id, grants: role ? [{ communityId: community.id, role }] : [] } };
}

const follow = (name: Name, subject: string) => rooms.get(FollowsService).follow(cast[name].actor, subject);
/** `elsewhere`: somebody's member of another community. */
const nameOf = (id: string) => CAST.find((name) => cast[name].id === id) ?? 'elsewhere';

/** What everybody is told from now on, by kind: who, and why. */
async function told(): Promise<Partial<Record<NotificationKind, string[]>>> {
  await rooms.dispatcher.drain();
  const rows = await rooms.database.query<{ kind: NotificationKind; who: string; reason: string }>(
    'SELECT kind, recipient_id AS who, reason FROM notifications');
  const lines = rows.map(({ kind, who, reason }) => ({ kind, line: `${nameOf(who)} ${reason}` }));
  return Object.fromEntries([...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, of]) => [kind, of.map(({ line }) => line).sort()]));
}

const answer = (response: object) =>
  rooms.get(AnswersService).answer(cast.manager.actor, { idea: idea.id, response: 'Here is how it goes.', ...response });
const merge = (duplicate: string, target: string) => rooms.get(MergesService).merge(cast.manager.actor, { duplicate, target });
const say = (name: Name, body: string, parent: string | null = null) => rooms.get(CommentsService).add(cast[name].actor, { idea: idea.id, body, parent });

async function contested(uphold?: boolean): Promise<void> {
  await merge(idea.id, twin.id);
  await rooms.get(ContestsService).contest(cast.author.actor, idea.id, 'Mine is about another thing.');
  if (uphold !== undefined) await rooms.get(ContestsService).decide(cast.moderator.actor, { idea: idea.id, uphold, reason: 'They differ.' });
}

const show = async (name: Name, more: object = {}) => {
  const picture = await aPictureRow(rooms.database, cast[name].actor.accountId);
  return rooms.get(CreationsService).show(cast[name].actor, { community: community.slug, title: 'A tower', pictures: [{ picture: picture.id }], ...more });
};
const respond = (name: Name, creation: string, body: string, parent: string | null = null) =>
  rooms.get(CreationResponsesService).add(cast[name].actor, { creation, body, parent });
const appreciate = (name: Name, creation: string) => rooms.get(AppreciationsService).appreciate(cast[name].actor, creation);

interface Case {
  readonly when: string;
  readonly act: () => Promise<unknown>;
  readonly told: readonly string[];
}

const CONCERNED = ['author AUTHOR', 'backer BACKED', 'commenter COMMENTED', 'follower FOLLOWED_IDEA', 'keen BACKED'];

/** Every kind of matter, and exactly who is told: what is not here fails to compile. */
const CASES: Record<NotificationKind, readonly Case[]> = {
  ANSWERED: [
    { when: 'the brand moves an idea', act: () => answer({ status: 'PLANNED' }), told: [...CONCERNED, 'changelogFan FOLLOWED_COMMUNITY'] },
    { when: 'the brand says more', act: () => answer({}), told: CONCERNED },
    {
      when: 'the idea has a duplicate',
      act: async () => (await merge(twin.id, idea.id), answer({ status: 'DECLINED' })),
      told: [...CONCERNED, 'changelogFan FOLLOWED_COMMUNITY', 'twin AUTHOR', 'twinBacker BACKED'],
    },
  ],
  RUNG: [
    {
      when: 'an idea climbs',
      act: () => rooms.transactor.run((tx) => rooms.get(EventLog).append(tx, RungReached, {
        communityId: community.id, subjectId: idea.id, payload: { position: 1, support: 100, isLast: false },
      })),
      told: ['author AUTHOR', 'backer BACKED', 'follower FOLLOWED_IDEA', 'keen BACKED'],
    },
  ],
  EXPIRED: [
    {
      when: 'its time runs out',
      act: () => rooms.transactor.run(async (tx) => {
        const locked = await rooms.get(IdeasAccess).lockForMove(tx, VISITOR, idea.id);
        await rooms.get(IdeaMoves).move(tx, VISITOR, locked, { to: 'EXPIRED', mover: 'SYSTEM', memberId: null });
      }),
      told: CONCERNED,
    },
  ],
  MERGED: [{ when: 'an idea becomes a duplicate', act: () => merge(idea.id, twin.id), told: CONCERNED }],
  UNMERGED: [
    {
      when: 'staff undo a merge',
      act: async () => (await merge(idea.id, twin.id), rooms.get(MergesService).unmerge(cast.manager.actor, idea.id)),
      told: ['author AUTHOR', 'follower FOLLOWED_IDEA', 'keen FOLLOWED_IDEA'],
    },
    { when: 'a contest undoes it, of which its author hears as decided', act: () => contested(true), told: ['follower FOLLOWED_IDEA', 'keen FOLLOWED_IDEA'] },
  ],
  CONTESTED: [{ when: 'an author contests a merge', act: () => contested(), told: ['moderator STAFF', 'moderator2 STAFF'] }],
  CONTEST_DECIDED: [
    { when: 'the merge stays', act: () => contested(false), told: ['author AUTHOR', 'manager STAFF'] },
    { when: 'the author is right', act: () => contested(true), told: ['author AUTHOR', 'manager STAFF'] },
  ],
  EDITED: [
    {
      when: 'the text changes',
      act: () => rooms.get(IdeasService).edit(cast.author.actor, { idea: idea.id, body: 'Another body, long enough for an idea.' }),
      told: ['backer BACKED', 'keen BACKED'],
    },
    { when: 'it is filed elsewhere', act: async () => rooms.get(IdeasService).edit(cast.author.actor, { idea: idea.id, category: (await aCategory(rooms.database, community.id)).id }), told: [] },
  ],
  REPLIED: [
    {
      when: 'somebody answers an answer',
      act: async () => {
        const root = await say('commenter', 'A word.');
        const reply = await say('named', 'Another word.', root.id);
        await rooms.dispatcher.drain();
        await rooms.database.query('DELETE FROM notifications');
        await say('bystander', 'And a third.', reply.id);
      },
      told: ['commenter YOU', 'named YOU'],
    },
    { when: 'somebody answers a response to a work', act: async () => { const { id } = await show('author'); await respond('twin', id, 'Yes.', (await respond('named', id, 'Tall?')).id); }, told: ['named YOU'] },
    { when: 'the author answers under their own idea', act: async () => say('author', 'Thanks.', (await say('backer', 'Nice.')).id), told: ['backer YOU'] },
  ],
  MENTIONED: [
    { when: 'a comment names somebody', act: () => say('bystander', `Ask @${cast.named.handle}, @${cast.moderatorNextDoor.handle} or @nobody-here.`), told: ['moderatorNextDoor YOU', 'named YOU'] },
    { when: 'a work and a response to it name people', act: async () => respond('bystander', (await show('author', { story: `After @${cast.named.handle}.` })).id, `Look, @${cast.twin.handle}!`), told: ['named YOU', 'twin YOU'] },
    {
      when: 'a new idea names somebody who follows its author',
      act: () => submit(`As tall as @${cast.keen.handle} says it could be.`),
      told: ['keen YOU'],
    },
  ],
  COMMENTED: [{ when: 'somebody joins the talk', act: () => say('bystander', 'A word.'), told: ['author AUTHOR', 'follower FOLLOWED_IDEA', 'keen FOLLOWED_IDEA'] }],
  CREDITED: [
    {
      when: 'the brand gives credit',
      act: async () => {
        await rooms.database.query(`UPDATE ideas SET status = 'DELIVERED', deadline = NULL WHERE id = $1`, [idea.id]);
        await rooms.get(CreditsService).giveCredit(cast.manager.actor, { idea: idea.id, members: [cast.named.id] });
      },
      told: ['named YOU'],
    },
  ],
  POSTED: [
    {
      when: 'somebody posts an idea',
      act: () => submit('A tower of bricks, as tall as a house.'),
      told: ['authorFan FOLLOWED_MEMBER', 'categoryFan FOLLOWED_CATEGORY', 'keen FOLLOWED_MEMBER'],
    },
    { when: 'who follows is named in it', act: () => submit(`As tall as @${cast.keen.handle} says.`), told: ['authorFan FOLLOWED_MEMBER', 'categoryFan FOLLOWED_CATEGORY'] },
  ],
  FOLLOWED: [
    { when: 'a member follows another', act: () => follow('bystander', cast.author.id), told: ['author YOU'] },
    { when: 'a member follows an idea', act: () => follow('bystander', idea.id), told: [] },
  ],
  CIRCLE_REQUESTED: [{ when: 'somebody asks to come in', act: () => inCircle((circle) => people().join(cast.named.actor, circle, 'Please?')), told: ['author YOU'] }],
  CIRCLE_ACCEPTED: [{ when: 'they are let in', act: () => inCircle((circle) => decided(circle, true)), told: ['named YOU'] }],
  CIRCLE_DECLINED: [{ when: 'they are not', act: () => inCircle((circle) => decided(circle, false)), told: ['named YOU'] }],
  CIRCLE_REMOVED: [
    { when: 'somebody is sent away', act: () => inCircle((circle) => people().remove(cast.author.actor, circle, cast.backer.id, 'Spam.')), told: ['backer YOU'] },
  ],
  CIRCLE_ELECTION: [
    { when: 'a member begins one', act: () => inCircle((circle) => rooms.get(ElectionsService).start(cast.backer.actor, circle)), told: ['author CIRCLE', 'keen CIRCLE'] },
  ],
  CIRCLE_ELECTED: [{ when: 'its week is over', act: () => inCircle(elected), told: ['author CIRCLE', 'backer CIRCLE', 'keen CIRCLE'] }],
  CIRCLE_RECOGNISED: [
    {
      when: 'the brand says so, and says it again',
      act: () => inCircle(async (circle) => {
        for (const note of ['Well done.', 'Very well done.']) await rooms.get(CirclesService).recognise(cast.manager.actor, circle, true, note);
      }),
      told: ['author CIRCLE', 'backer CIRCLE', 'keen CIRCLE'],
    },
  ],
  CREATION_SHOWN: [
    { when: 'somebody shows a work', act: () => show('author'), told: ['authorFan FOLLOWED_MEMBER', 'keen FOLLOWED_MEMBER'] },
    { when: 'it is taken back before anybody heard', act: async () => rooms.get(CreationsService).withdraw(cast.author.actor, (await show('author')).id), told: [] },
    { when: 'who follows made what it builds on', act: async () => show('author', { remixOf: (await show('keen')).id }), told: ['authorFan FOLLOWED_MEMBER'] },
  ],
  RESPONDED: [
    { when: 'somebody responds', act: async () => respond('bystander', (await show('author')).id, 'How tall!'), told: ['author YOU'] },
    { when: 'the author says more themselves', act: async () => respond('author', (await show('author')).id, 'Of 4,000 bricks.'), told: [] },
  ],
  REMIXED: [
    { when: 'somebody builds on a work', act: async () => show('bystander', { remixOf: (await show('author')).id }), told: ['author YOU'] },
    { when: 'its author builds on it', act: async () => show('author', { remixOf: (await show('author')).id }), told: [] },
  ],
  APPRECIATED: [
    {
      when: 'some appreciate a work, and add up to one',
      act: async () => { const { id } = await show('author'); await appreciate('bystander', id); await appreciate('backer', id); },
      told: ['author YOU'],
    },
    {
      when: 'it is taken back before anybody heard',
      act: async () => { const { id } = await show('author'); await appreciate('backer', id); await rooms.get(AppreciationsService).unappreciate(cast.backer.actor, id); },
      told: [],
    },
  ],
  EVIDENCE_ENDING: [
    {
      when: 'a proof of theirs ends in two weeks, once, wherever they are a member',
      act: async () => {
        await aMember(rooms.database, (await aCommunity(rooms.database)).id, { account_id: cast.named.actor.accountId });
        await prove('named', { expiresAt: new Date(rooms.clock.now().getTime() + 14 * DAY) });
        for (const _ of [1, 2]) await rounds();
      },
      told: ['elsewhere YOU', 'named YOU'],
    },
    { when: 'there is more time', act: async () => { await prove('named', { expiresAt: new Date(rooms.clock.now().getTime() + 15 * DAY) }); await rounds(); }, told: [] },
  ],
  EVIDENCE_ENDED: [
    {
      when: 'its time is over',
      act: async () => {
        await prove('named', { expiresAt: new Date(rooms.clock.now().getTime() + DAY) });
        rooms.clock.advance(DAY);
        await rounds();
      },
      told: ['named YOU'],
    },
    { when: 'the brand takes it back', act: async () => revoke(await vouch(), cast.owner.actor.accountId), told: ['named YOU'] },
    { when: 'they drop it themselves', act: async () => revoke(await prove('named'), cast.named.actor.accountId), told: [] },
  ],
  NAME_ATTESTED: [{ when: 'somebody of the team vouches, and again', act: async () => { await vouch(); await vouch(); }, told: ['named YOU'] }],
  CODES_GUESSED: [{ when: 'many wrong codes are tried in a day, and many more', act: () => guess(45), told: ['manager STAFF', 'owner STAFF'] }],
  DECIDED: [
    { when: 'moderators restrict a text', act: () => judged('HIDE'), told: ['commenter YOU'] },
    { when: 'they keep it', act: () => judged('KEEP'), told: [] },
    { when: 'it takes two, and is held until then', act: () => judged('BAN'), told: ['commenter YOU'] },
  ],
  WARNED: [{ when: 'moderators warn somebody', act: () => judged('WARN'), told: ['commenter YOU'] }],
  REPORT_JUDGED: [
    { when: 'what they reported was looked at', act: () => judged('KEEP'), told: ['named YOU'] },
    { when: 'it comes to something else on appeal', act: () => appealed('REVERSED'), told: ['named YOU', 'named YOU'] },
    { when: 'it comes to the same on appeal', act: () => appealed('UPHELD'), told: ['named YOU'] },
  ],
  APPEAL_ANSWERED: [
    { when: 'moderators answer', act: async () => rooms.get(AppealsService).answer(cast.moderator2.actor, await appeal(await judged('HIDE')), 'Which joke?'), told: ['commenter YOU'] },
    { when: 'the appellant writes', act: async () => rooms.get(AppealsService).answer(cast.commenter.actor, await appeal(await judged('HIDE')), 'That joke.'), told: [] },
  ],
  APPEAL_DECIDED: [{ when: 'somebody else decided it', act: () => appealed('UPHELD'), told: ['commenter YOU'] }],
  REVIEW_WAITS: [
    { when: 'something is reported, and once more', act: async () => { await waiting(); await waiting(); }, told: ['moderator STAFF', 'moderator2 STAFF'] },
    { when: 'somebody appeals', act: async () => { const id = await judged('HIDE'); await told(); await rooms.database.query('DELETE FROM notifications'); await appeal(id); }, told: ['moderator STAFF', 'moderator2 STAFF'] },
  ],
  ENTRY_RETURNED: [{ when: 'a page hides what they receive', act: async () => ofEntry(EntryReturned, { evidenceId: newId() }), told: ['named YOU'] }],
  ENTRY_REVIEWED: [{ when: 'the team answers what they handed in', act: async () => ofEntry(EntryReviewed, { reviewId: newId(), outcome: 'CHANGE' }), told: ['named YOU'] }],
  ENTRY_DISCLOSURE_LOST: [{ when: 'a page that was accepted hides it later', act: async () => ofEntry(EntryDisclosureLost, { evidenceId: newId() }), told: ['named YOU'] }],
  REWARD_PAID: [{ when: 'what they handed in is paid', act: () => ofReward(RewardPaid), told: ['named YOU'] }],
  REWARD_TAKEN_BACK: [{ when: 'that is taken back', act: () => ofReward(RewardReversed), told: ['named YOU'] }],
  PERK_SENT: [{ when: 'the brand sends a perk, and puts its note right afterwards', act: aPerkSent, told: ['named YOU'] }],
  PERK_RETURNED: [{ when: 'it is with the brand again', act: async () => { const id = await aPerkSent(); await rooms.dispatcher.drain(); await rooms.database.query('DELETE FROM notifications'); await rooms.get(PerksService).update(cast.manager.actor, id, 'RETURNED'); }, told: ['named YOU'] }],
  MISSION_CLOSED: [{ when: 'a mission that they chose ends early', act: async () => emit(MissionClosed, (await aHandedIn()).missionId, {}), told: ['named YOU'] }],
  AMBASSADOR_APPEAL_WAITS: [
    {
      when: 'an ambassador appeals',
      act: async () => emit(AmbassadorAppealOpened, newId(), { subject: 'ENTRY', about: (await aHandedIn()).entryId, memberId: cast.named.id }),
      told: ['moderator STAFF', 'moderator2 STAFF'],
    },
  ],
  AMBASSADOR_APPEAL_DECIDED: [
    {
      when: 'a moderator decides',
      act: async () => emit(AmbassadorAppealDecided, newId(), { subject: 'ENTRY', about: (await aHandedIn()).entryId, memberId: cast.named.id, outcome: 'UPHELD' }),
      told: ['named YOU'],
    },
  ],
  CALL_OPENED: [{ when: 'its window opens', act: async () => { await aCallOf({ opens_at: rooms.clock.now(), opened_told_at: null, closes_at: future() }); await rounds(); }, told: ['changelogFan FOLLOWED_COMMUNITY', 'keen FOLLOWED_COMMUNITY'] }],
  CALL_CHANGED: [
    { when: 'it closes early', act: async () => rooms.get(CallsService).close(cast.manager.actor, (await applied({ opens_at: before(), closes_at: future() })).call, 'Enough came.'), told: ['keen YOU'] },
    { when: 'it goes on', act: async () => rooms.get(CallsService).extend(cast.manager.actor, (await applied({ opens_at: before(), closes_at: future() })).call, new Date(future().getTime() + DAY), 'More time.'), told: ['keen YOU'] },
  ],
  APPLICATION_SELECTED: [{ when: 'the brand chose them', act: () => answered('SELECTED'), told: ['keen YOU'] }],
  APPLICATION_WAITING: [{ when: 'they wait', act: () => answered('WAITING'), told: ['keen YOU'] }],
  APPLICATION_DECLINED: [{ when: 'the brand chose others', act: () => answered('DECLINED'), told: ['keen YOU'] }],
  APPLICATION_REVIEWED: [{ when: 'the answer stands', act: async () => { const id = await lookedAt(); await rooms.get(ReviewsAskedService).keep(cast.manager.actor, id, 'It stands.'); }, told: ['keen YOU'] }],
  APPLICATION_REVIEW_ASKED: [{ when: 'the applicant asks', act: lookedAt, told: ['manager STAFF', 'owner STAFF'] }],
  TERM_ENDED: [{ when: 'its date has come', act: async () => { await aTermOf({ ends_at: before() }); await rooms.get(Schedules).runDue(); }, told: ['keen YOU'] }],
  TERM_REVOKED: [{ when: 'the brand takes it away', act: async () => rooms.get(RevocationsService).revoke(cast.manager.actor, (await aTermOf({})).id, { clause: 'Disclosure', facts: 'Three posts without it.', passage: 'Best!' }), told: ['keen YOU'] }],
  TERM_RENEWAL: [
    { when: 'the brand would go on', act: async () => rooms.get(TermsService).renew(cast.manager.actor, (await aTermOf({ ends_at: future() })).id, {}), told: ['keen YOU'] },
  ],
  TERM_LAPSED: [
    { when: 'nobody accepted it in time', act: async () => { await answered('SELECTED'); await rooms.database.query('UPDATE terms SET offered_at = $1, accept_until = $1 WHERE member_id = $2', [before(), cast.keen.id]); await rounds(); }, told: ['keen YOU'] },
    { when: 'they give the seat up themselves', act: async () => rooms.get(ApplicationsService).withdraw(cast.keen.actor, await answered('SELECTED')), told: [] },
  ],
  WAITING_LIST_MOVED: [{ when: 'a seat goes to the next who waits', act: aSeatFreed, told: ['keen YOU'] }],
};

const before = () => new Date(rooms.clock.now().getTime() - DAY);
const future = () => new Date(rooms.clock.now().getTime() + 30 * DAY);
/** A call of the brand, told of already; closed unless said otherwise. */
const aCallOf = (columns: Record<string, unknown>) =>
  aCall(rooms.database, community.id, cast.manager.id, { opens_at: new Date(0), closes_at: before(), opened_told_at: before(), closed_told_at: before(), ...columns });

/** Keen has applied to a call. */
async function applied(columns: Record<string, unknown> = {}): Promise<{ call: string; application: string }> {
  const call = await aCallOf(columns);
  return { call: call.id, application: (await anApplication(rooms.database, call, cast.keen.id)).id };
}

async function answered(outcome: ApplicationOutcome): Promise<string> {
  const { application } = await applied();
  await rooms.get(DecisionsOfCalls).decide(cast.manager.actor, { applications: [application], outcome, reason: 'Because of your lines.' });
  return application;
}

/** `named` gives up the only seat, which goes to the commenter: Keen, who waits behind, moves up. */
async function aSeatFreed(): Promise<void> {
  const call = await aCallOf({ seats: 1 });
  const [first, next, last] = await Promise.all([cast.named, cast.commenter, cast.keen].map(({ id }) => anApplication(rooms.database, call, id)));
  const decide = (id: string, outcome: ApplicationOutcome) => rooms.get(DecisionsOfCalls).decide(cast.manager.actor, { applications: [id], outcome, reason: 'Because of your lines.' });
  await decide(first!.id, 'SELECTED');
  for (const { id } of [next!, last!]) await decide(id, 'WAITING');
  await rooms.get(ApplicationsService).withdraw(cast.named.actor, first!.id);
}

/** Keen asks for a look at the owner's answer again. */
async function lookedAt(): Promise<string> {
  const { application } = await applied();
  await rooms.get(DecisionsOfCalls).decide(cast.owner.actor, { applications: [application], outcome: 'DECLINED', reason: 'Because of your lines.' });
  await told();
  await rooms.database.query('DELETE FROM notifications');
  await rooms.get(ReviewsAskedService).ask(cast.keen.actor, application, 'Please read it again.');
  return application;
}

const aTermOf = (columns: Record<string, unknown>) => aTerm(rooms.database, community.id, cast.keen.id, { starts_at: new Date(0), ...columns });

/** A comment of the commenter's that `named` reported. */
async function waiting(): Promise<string> {
  const { id } = await aComment(rooms.database, idea, { author_id: cast.commenter.id, body: 'You are an utter fool.' });
  const subject = { kind: 'COMMENT', id, communityId: community.id, authorId: cast.commenter.id } as const;
  const { item } = await rooms.transactor.run((tx) => rooms.get(ReviewItemsService).openOrJoin(tx, subject));
  const report = newId();
  await rooms.database.query(
    `INSERT INTO reports (id, reference, community_id, item_id, reporter_id, category, explanation, weight, filed_at) VALUES ($1, $2, $3, $4, $5, 'HATE', '', 1, now())`,
    [report, `R-${report}`, community.id, item.id, cast.named.id]);
  return item.id;
}

async function judged(action: 'KEEP' | 'HIDE' | 'WARN' | 'BAN'): Promise<string> {
  const why = action === 'KEEP' ? {} : { law: 'Defamation Act', facts: 'It insults somebody.', passage: 'an utter fool', language: 'en' };
  return rooms.get(DecisionsService).decide(cast.moderator.actor, { item: await waiting(), action, ...why });
}
const appeal = (decision: string) => rooms.get(AppealsService).appeal(cast.commenter.actor, { decision, text: 'It was a joke.' });

async function appealed(outcome: 'UPHELD' | 'REVERSED'): Promise<void> {
  const id = await appeal(await judged('HIDE'));
  rooms.clock.advance(MINUTE);
  await rooms.get(AppealDecisionsService).decide(cast.moderator2.actor, { appeal: id, outcome, reasons: 'We read it again.' });
}

const prove = (name: Name, more: Partial<OwnProof> = {}) => {
  const proof: OwnProof = { kind: 'WEBSITE', accountId: cast[name].actor.accountId!, subject: newId(), label: 'https://named.example/', ...more };
  return rooms.transactor.run((tx) => rooms.get(EvidenceService).establish(tx, proof));
};
const revoke = (proof: Awaited<ReturnType<typeof prove>>, by: string | null) => rooms.transactor.run((tx) => rooms.get(EvidenceService).revoke(tx, proof, by));
const vouch = async () => (await rooms.get(RealNamesService).attest(cast.moderator.actor, cast.named.id, 'Met at the fair.')).evidence;
const rounds = async () => { rooms.clock.advance(HOUR); await rooms.get(Schedules).runDue(); };

/** Five fans, each with a little patience. */
async function guess(times: number): Promise<void> {
  const fans = ['backer', 'keen', 'named', 'twin', 'bystander'] as const;
  for (let at = 0; at < times; at += 1) {
    const context = new RequestContext({ headers: {}, ip: `192.0.2.${at}` });
    context.actor = cast[fans[at % fans.length]!].actor;
    await rooms.get(RedemptionService).redeem(context, community.slug, `NOSUCHCODE${at}`).catch(() => null);
  }
}

const people = () => rooms.get(CircleMembershipService);

/** A circle by request that the author looks after. */
async function inCircle(act: (circle: string) => Promise<unknown>): Promise<void> {
  const members = [cast.author.id, cast.backer.id, cast.keen.id] as const;
  const { id } = await aCircle(rooms.database, community.id, members, { joining: 'BY_REQUEST', created_at: new Date(rooms.clock.now().getTime() - DAY) });
  await act(id);
}

async function decided(circle: string, accept: boolean): Promise<void> {
  await people().join(cast.named.actor, circle, 'Please?');
  const [request] = await rooms.database.query<{ id: string }>('SELECT id FROM circle_requests WHERE circle_id = $1', [circle]);
  await people().decide(cast.author.actor, request!.id, accept);
}

async function elected(circle: string): Promise<void> {
  await rooms.get(ElectionsService).start(cast.backer.actor, circle);
  rooms.clock.advance(7 * DAY);
  await rooms.transactor.run((tx) => rooms.get(ElectionClosing).closeIfDue(tx, circle));
}

const submit = (body: string) =>
  rooms.get(IdeasService).submit(cast.author.actor, { community: community.slug, title: 'A tower of many bricks', body, category: category.id });

describe.each(NOTIFICATION_KINDS)('%s', (kind) => {
  it.each(CASES[kind])('when $when', async ({ act, told: expected }) => {
    await act();
    expect((await told())[kind] ?? []).toEqual([...expected].sort());
  });
});

it('nobody is told twice of one matter, nor of what they did themselves', async () => {
  await contested(true);
  const all = await told();
  expect(all.CONTEST_DECIDED).toContain('author AUTHOR');
  expect(Object.values(all).flat().filter((line) => line.startsWith('author'))).toHaveLength(2); // merged, then decided
  expect(Object.values(all).flat().filter((line) => line.startsWith('moderator '))).toHaveLength(1); // contested; not that they decided
});

it('whoever muted somebody hears nothing of what they do towards them, and of the brand all the same', async () => {
  const mute = (who: Name, whom: Name, muted = true) => rooms.get(MutesService).mute(cast[who].actor, cast[whom].id, muted);
  await mute('author', 'named');
  await mute('author', 'manager');
  await follow('named', cast.author.id);
  await say('named', `Look, @${cast.author.handle} and @${cast.bystander.handle}!`);
  await answer({ status: 'PLANNED' });
  const all = await told();
  expect(all.FOLLOWED ?? []).toEqual([]);
  expect(all.MENTIONED).toEqual(['bystander YOU']);
  expect((all.COMMENTED ?? []).filter((line) => line.startsWith('author '))).toEqual([]);
  expect(all.ANSWERED).toContain('author AUTHOR');
  await mute('author', 'named', false);
  await say('named', `Once more, @${cast.author.handle}!`);
  expect((await told()).MENTIONED).toContain('author YOU');
});

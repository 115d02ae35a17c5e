import { TypeMetadataStorage } from '@nestjs/graphql';
import { RewardsService } from '@fanfare/ambassadors';
import { DEFAULT_LEVEL_RIGHTS } from '@fanfare/communities';
import { staffActs } from '@fanfare/events';
import { Transactor } from '@fanfare/database';
import { newId } from '@fanfare/kernel';
import { ReviewItemsService } from '@fanfare/moderation';
import { aCall, aComment, aMember, anApplication, anIdea, aRole, aTerm, aTermOf } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, accountOf, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { newcomers } from '../support/fans.js';
import { aPicture } from '../support/pictures.js';

/** What anybody does for themselves, or a fan may do; a new mutation is named here or below, or this test fails. */
const OPEN_TO_FANS = `
  createTrackingLink followSiteFeed unfollowSiteFeed
  acceptInvitation acknowledgeWarning addComment addPasskey answerAppeal answerSurvey appealDecision appealEntry appealTerm appreciateCreation cancelAccountDeletion castVote changePassword
  confirmEmail confirmTotp contestMerge createCircle decideCircleRequest declineInvitation deleteComment describePicture
  discardDraft disputeEntry endSessions editCirclePost editComment editCreation editCreationResponse editIdea follow hideFromLeaderboards joinCircle joinCommunity joinMission leaveCircle leaveMission linkAccount linkWebsite markHelpful markRead muteMember postInCircle redeemPerk redeemPurchaseCode removeCirclePost removeCreationResponse removeFromCircle removePasskey removeTotp
  renamePasskey renewProof renewRecoveryCodes report requestAccountDeletion requestPasskeyOptions requestPasswordReset saveEntry submitEntry withdrawEntry
  resendConfirmation resetPassword respondToCreation revokeEvidence saveDraft setAvatar setNotificationPreference setUpDeployment
  setUpTotp shareIntoCircle showCreation showEvidence signIn signInWithPasskey signOut signUp standForElection startElection
  startApplication saveApplication submitApplication applyToCall withdrawApplication giveUpSeat askForReview
  voteForApplication withdrawApplicationVote nominateForCall seeCall acceptTerm resignTerm renewTerm
  submitIdea unappreciateCreation unfollow unmarkHelpful updateAccount updateCircle updateMember voteInElection withdrawCandidacy
  withdrawCreation withdrawVote`.trim().split(/\s+/);

/** Reserved to staff or the operator, and yet no act in a community's name. */
const NO_ACTS: Readonly<Record<string, string>> = {
  issuePurchaseCodes: 'a program’s, by a token that staff made: codes.issued says so, and the batch stands in the list',
  saveFilter: 'a view of one’s own: nobody else sees it, nothing changes',
  removeFilter: 'as saveFilter',
  claimReview: 'a lease of five minutes: the queue shows who has it, and the decision is the act',
  releaseReview: 'as claimReview',
  addReviewNote: 'between moderators, kept with the item; the brand reads neither the queue nor this in its log',
  appointPanelModerator: 'the operator’s, about the deployment: whom it judges is logged with each decision',
  dismissPanelModerator: 'as appointPanelModerator',
  scoreApplication: 'marks of one of the panel: kept with the application, and the answer is the act',
  declareConflict: 'that one will not judge: kept with the application, nobody’s act in a common name',
  sendTestMail: 'the operator’s, about the deployment: no community has a part in it',
};

/** No call's: whoever runs the deployment does them by a command on its machine (`second-factor.db-spec.ts`, `test-members.db-spec.ts`). */
const BY_COMMAND = ['staff.secondFactorRemoved', 'staff.testMembersMade', 'staff.testMembersEnded'];

let app: App;
let brand: Brand;
let staffOnly: Client;
/** A second moderator: what takes two, and appeals, need one. */
let other: Client;

beforeAll(async () => {
  app = await startApp({ env: { DATA_DIR: `${process.env['TMPDIR'] ?? '/tmp'}/fanfare-acts-${process.pid}` } });
  await app.schedules.stop(); // the finder of duplicates would forget the suggestions that are planted here
  brand = await aBrand(app);
  other = await anotherModerator();
  staffOnly = brand.manager;
});
afterAll(() => app?.stop());

const idea = async (columns: object = {}) => (await anIdea(app.database, brand.communityId, { author_id: brand.fanId, ...columns })).id;
const merged = async () => {
  const [duplicate, target] = [await idea(), await idea()];
  await brand.manager.mutate('mergeIdea', { duplicate, target }, 'idea { id }');
  return { duplicate, target };
};
const noted = async () => (await brand.manager.mutate('addIdeaNote', { idea: await idea(), body: 'Between us.' }, 'note { id }')).note.id as string;
const invited = async (email: string) =>
  (await brand.owner.mutate('inviteStaff', { community: brand.slug, email, role: 'MODERATOR' }, 'invitation { id }')).invitation.id as string;
const someone = async () => (await aMember(app.database, brand.communityId)).handle;

let file = 0;
const codes = () => `code\nTRUSTED-SET-${(file += 1)}\n`;

/** Two ideas that were found to be alike. */
async function suggested() {
  const [other, one] = [await idea(), await idea()].sort();
  await app.database.query(
    `INSERT INTO duplicate_suggestions (idea_id, other_id, community_id, score, shared_words, found_at) VALUES ($2, $3, $1, 900, '{bricks}', now())`,
    [brand.communityId, one, other]);
  return { idea: one, other };
}

/** Somebody came together with others, for an idea. */
async function suspectedRun(): Promise<string> {
  const [on, began, { id }] = [await idea(), new Date('2026-03-01T10:00:00Z'), await aMember(app.database, brand.communityId)];
  await app.database.query(
    `INSERT INTO vote_suspicions (idea_id, member_id, community_id, run_idea_id, together, expected, began_at, ended_at, model, suspected_at)
     VALUES ($1, $2, $3, $1, 24, 4, $4, $4, 2, now())`,
    [on, id, brand.communityId, began]);
  return `${on}_${began.getTime()}`;
}

/** An entry that the fan disputes. */
async function disputed(): Promise<string> {
  const id = newId();
  await app.database.query(
    `INSERT INTO reputation_entries (id, member_id, community_id, number, rule, version, event_id, subject_ids, reversal, base, tenths, points, score_after, at)
     SELECT $1, $2, $3, coalesce(max(number), 0) + 1, 'VOTE_RECEIVED', 1, $1, '{}', false, 4, 5, 2, 2, now() FROM reputation_entries WHERE member_id = $2`,
    [id, brand.fanId, brand.communityId]);
  await brand.fan.mutate('disputeEntry', { entry: id, reason: 'Not mine.' }, 'entry { id }');
  return id;
}

/** One act of staff: what must be there first, and the call itself. */
interface Act {
  readonly kind: string;
  readonly by?: () => Client;
  /** The input; whatever it makes first is not counted. */
  readonly input: () => Promise<object>;
  readonly payload?: string;
  /** Acts that belong to the same call, with the reason in a word. */
  readonly with?: Readonly<Record<string, string>>;
}

/** By the mutation; a word in brackets tells two calls of one apart. */
const ACTS: Readonly<Record<string, Act>> = {
  addIdeaNote: { kind: 'idea.noted', input: async () => ({ idea: await idea(), body: 'Between us.' }), payload: 'note { id }' },
  editIdeaNote: { kind: 'idea.noted', input: async () => ({ note: await noted(), body: 'Between you and me.' }), payload: 'note { id }' },
  removeIdeaNote: { kind: 'idea.noted', input: async () => ({ note: await noted() }), payload: 'removed' },
  answerIdea: { kind: 'idea.answered', input: async () => ({ idea: await idea(), status: 'PLANNED', response: 'We plan it.' }) },
  answerIdeas: { kind: 'idea.answered', input: async () => ({ ideas: [await idea()], status: 'PLANNED', response: 'We plan it.' }), payload: 'results { problem { code } }' },
  setEstimate: { kind: 'idea.estimated', input: async () => ({ idea: await idea({ status: 'PLANNED' }), estimate: { from: '2027-01-01', precision: 'YEAR' } }) },
  giveCredit: { kind: 'credit.given', input: async () => ({ idea: await idea({ status: 'DELIVERED' }), members: [brand.fanId] }) },
  withdrawCredit: {
    kind: 'credit.withdrawn',
    input: async () => {
      const given = await brand.manager.mutate('giveCredit', { idea: await idea({ status: 'DELIVERED' }), members: [brand.fanId] }, 'idea { credits { id } }');
      return { credit: given.idea.credits[0].id, reason: 'Another one was first.' };
    },
    payload: 'credit { id }',
  },
  mergeIdea: { kind: 'idea.merged', input: async () => ({ duplicate: await idea(), target: await idea() }) },
  unmergeIdea: { kind: 'idea.unmerged', input: async () => ({ idea: (await merged()).duplicate }) },
  decideMergeContest: {
    kind: 'merge.contestDecided',
    by: () => brand.moderator,
    input: async () => {
      const { duplicate } = await merged();
      await brand.fan.mutate('contestMerge', { idea: duplicate, reason: 'Mine is another thing.' }, 'idea { id }');
      return { idea: duplicate, uphold: true, reason: 'They differ.' };
    },
    with: { 'idea.unmerged': 'the undoing, which the decision asks for' },
  },
  decideDispute: { kind: 'entry.judged', by: () => brand.moderator, input: async () => ({ entry: await disputed(), uphold: false, reason: 'It is as it should be.' }), payload: 'entry { id }' },
  ruleOnRun: { kind: 'votes.ruled', by: () => brand.moderator, input: async () => ({ run: await suspectedRun(), counts: true, reason: 'The club of Lyon.' }) },
  dismissDuplicate: { kind: 'duplicate.dismissed', input: suggested },
  createCommunity: {
    kind: 'community.created',
    by: () => brand.operator,
    input: async () => ({ slug: 'made-anew', name: 'Made anew', terms: 'Yours.' }),
    payload: 'community { id }',
    with: { 'role.granted': 'whoever creates it owns it' },
  },
  updateCommunity: { kind: 'community.updated', by: () => brand.owner, input: async () => ({ community: brand.slug, tagline: 'Another promise' }), payload: 'community { id }' },
  'updateCommunity (terms)': {
    kind: 'community.termsChanged',
    by: () => brand.owner,
    input: async () => ({ community: brand.slug, terms: 'Other terms.' }),
    payload: 'community { id }',
  },
  grantRole: { kind: 'role.granted', by: () => brand.owner, input: async () => ({ community: brand.slug, handle: await someone(), role: 'MODERATOR' }), payload: 'member { id }' },
  revokeRole: {
    kind: 'role.revoked',
    by: () => brand.owner,
    input: async () => {
      const input = { community: brand.slug, handle: await someone(), role: 'MODERATOR' };
      await brand.owner.mutate('grantRole', input, 'member { id }');
      return input;
    },
    payload: 'member { id }',
  },
  inviteStaff: { kind: 'staff.invited', by: () => brand.owner, input: async () => ({ community: brand.slug, email: 'one@example.org', role: 'MODERATOR' }), payload: 'invitation { id }' },
  revokeInvitation: { kind: 'staff.invitationRevoked', by: () => brand.owner, input: async () => ({ invitation: await invited('two@example.org') }), payload: 'invitation { id }' },
  removeAvatar: {
    kind: 'avatar.removed',
    by: () => brand.moderator,
    input: async () => {
      await brand.fan.mutate('setAvatar', { community: brand.slug, picture: (await aPicture(brand.fan, 'AVATAR')).id }, 'member { id }');
      return { member: brand.fanId, reason: 'It shows somebody else.' };
    },
    payload: 'member { id }',
  },
  attestRealName: {
    kind: 'name.attested',
    by: () => brand.moderator,
    input: async () => ({ member: (await aMember(app.database, brand.communityId)).id, note: 'We met at the fair.' }),
    payload: 'evidence { id }',
  },
  'revokeEvidence (of a member)': {
    kind: 'name.withdrawn',
    by: () => brand.owner,
    input: async () => {
      const input = { member: (await aMember(app.database, brand.communityId)).id, note: 'We met at the fair.' };
      return { evidence: (await brand.moderator.mutate('attestRealName', input, 'evidence { id }')).evidence.id };
    },
    payload: 'evidence { id }',
  },
  uploadPurchaseCodes: { kind: 'codes.uploaded', input: async () => ({ community: brand.slug, label: 'A set', csv: codes() }), payload: 'added' },
  revokePurchaseBatch: {
    kind: 'codes.revoked',
    input: async () => ({ batch: (await brand.manager.mutate('uploadPurchaseCodes', { community: brand.slug, label: 'A set', csv: codes() }, 'batch { id }')).batch.id }),
    payload: 'batch { id }',
  },
  createApiToken: { kind: 'token.created', input: async () => ({ community: brand.slug, name: 'Shop', scope: 'PURCHASE_ISSUE' }), payload: 'apiToken { id }' },
  revokeApiToken: {
    kind: 'token.revoked',
    input: async () => ({ apiToken: (await brand.manager.mutate('createApiToken', { community: brand.slug, name: 'Shop', scope: 'PURCHASE_ISSUE' }, 'apiToken { id }')).apiToken.id }),
    payload: 'apiToken { id }',
  },
  updateLevelRights: {
    kind: 'levels.changed',
    by: () => brand.owner,
    input: async () => ({ community: brand.slug, levels: DEFAULT_LEVEL_RIGHTS.map((right) => (right.level === 'FAN' ? { ...right, score: 12 } : right)) }),
    payload: 'community { id }',
  },
  updateIntakeSettings: {
    kind: 'intake.settingsChanged',
    by: () => brand.owner,
    input: async () => ({ community: brand.slug, words: ['Voldemort'], holdAnonymous: true }),
    payload: 'community { id intake { words holdAnonymous } }',
  },
  decideReview: { kind: 'decision.made', by: () => brand.moderator, input: async () => ({ item: await waiting(), action: 'REMOVE', ...WHY }), payload: 'decision { id }' },
  'decideReview (what takes two)': {
    kind: 'decision.proposed',
    by: () => brand.moderator,
    input: async () => ({ item: await waiting(), action: 'BAN', ...WHY }),
    payload: 'decision { id }',
    with: { 'decision.made': 'the hold until another has agreed' },
  },
  decideReviews: {
    kind: 'decision.made',
    by: () => brand.moderator,
    input: async () => ({ items: [{ item: await waiting(), passage: WHY.passage }], action: 'HIDE', law: WHY.law, facts: WHY.facts, language: 'en' }),
    payload: 'outcomes { problem { code } }',
  },
  confirmDecision: {
    kind: 'decision.made',
    by: () => brand.moderator,
    input: async () => ({ decision: await decided({ action: 'BAN' }), agree: true }),
    payload: 'decision { id }',
  },
  'confirmDecision (not)': {
    kind: 'decision.rejected',
    by: () => brand.moderator,
    input: async () => ({ decision: await decided({ action: 'BAN' }), agree: false, reason: 'It is only sharp.' }),
    payload: 'decision { id }',
  },
  decideAppeal: {
    kind: 'appeal.decided',
    by: () => brand.moderator,
    input: async () => {
      const input = { decision: await decided({ action: 'HIDE' }, brand.fanId), text: 'It was a joke.' };
      return { appeal: (await brand.fan.mutate('appealDecision', input, 'appeal { id }')).appeal.id, outcome: 'REVERSED', reasons: 'It was.' };
    },
    payload: 'appeal { id }',
  },
  updateCommunityRules: {
    kind: 'community.rulesChanged',
    by: () => brand.owner,
    input: async () => ({ community: brand.slug, rules: [{ number: 1, title: 'Respect people', body: 'Criticise as hard as you like; nobody is insulted.' }] }),
    payload: 'community { rules { number version } }',
  },
  createPeriod: { kind: 'mission.periodSaved', input: async () => period(), payload: 'period { id }' },
  updatePeriod: {
    kind: 'mission.periodSaved',
    input: async () => ({ ...period(), period: (await brand.manager.mutate('createPeriod', period(), 'period { id }')).period.id }),
    payload: 'period { id }',
  },
  publishMission: { kind: 'mission.published', input: async () => ({ community: brand.slug, ...mission() }), payload: 'mission { id }' },
  'publishMission (draft)': { kind: 'mission.drafted', input: async () => ({ community: brand.slug, ...mission(), draft: true }), payload: 'mission { id }' },
  updateMission: { kind: 'mission.published', input: async () => ({ mission: await missionId({ draft: true }), ...mission() }), payload: 'mission { id }' },
  'updateMission (draft)': {
    kind: 'mission.updated',
    input: async () => ({ mission: await missionId({ draft: true }), ...mission(), draft: true }),
    payload: 'mission { id }',
  },
  deleteMission: { kind: 'mission.discarded', input: async () => ({ mission: await missionId({ draft: true }) }), payload: 'deleted' },
  closeMission: { kind: 'mission.closed', input: async () => ({ mission: await missionId(), notice: 'The van was sold.' }), payload: 'mission { id }' },
  reviewEntry: { kind: 'entry.reviewed', input: async () => ({ entry: await handedIn(), outcome: 'ACCEPT' }), payload: 'entry { id }' },
  decideAmbassadorAppeal: {
    kind: 'ambassador.appealDecided',
    by: () => brand.moderator,
    input: async () => {
      const entry = await handedIn();
      await brand.manager.mutate('reviewEntry', { entry, outcome: 'REFUSE', reason: 'The second week is missing.' }, 'entry { id }');
      const { id } = (await brand.fan.mutate('appealEntry', { entry, text: 'It is there.' }, 'entry { appeals { id } }')).entry.appeals[0];
      return { appeal: id, outcome: 'UPHELD', reasons: 'It is not.' };
    },
    payload: 'appeal { id }',
  },
  setTrackingTarget: { kind: 'tracking.targetSet', input: async () => ({ mission: await missionId(), target: 'https://brand.example/' }), payload: 'missionId' },
  createRewardBudget: { kind: 'budget.created', input: async () => ({ community: brand.slug, name: 'Summer' }), payload: 'budget { id }' },
  fundBudget: { kind: 'budget.funded', input: async () => ({ budget: await budget(), amount: 100 }), payload: 'budget { left }' },
  createPerk: { kind: 'perk.created', input: async () => ({ budget: await budget(), title: 'A set', stock: 3 }), payload: 'perk { id }' },
  updatePerk: { kind: 'perk.changed', input: async () => ({ perk: await perk(), title: 'A larger set', retired: true }), payload: 'perk { id }' },
  updateDelivery: { kind: 'delivery.changed', input: async () => ({ delivery: await owed(), state: 'SENT', note: 'By post.' }), payload: 'delivery { id }' },
  openCall: { kind: 'call.drafted', input: async () => ({ community: brand.slug, ...CALL }), payload: 'call { id }' },
  'openCall (at once)': { kind: 'call.drafted', input: async () => ({ community: brand.slug, ...CALL, publish: true }), payload: 'call { id }', with: { 'call.published': 'both at once' } },
  updateCall: { kind: 'call.updated', input: async () => ({ call: (await call({ published_at: null })).id, ...CALL }), payload: 'call { id }' },
  publishCall: { kind: 'call.published', input: async () => ({ call: (await call({ published_at: null, ...RUNNING })).id }), payload: 'call { id }' },
  closeCall: { kind: 'call.closedEarly', input: async () => ({ call: (await call(RUNNING)).id, notice: 'Enough came.' }), payload: 'call { id }' },
  extendCall: { kind: 'call.extended', input: async () => ({ call: (await call(RUNNING)).id, closesAt: new Date(Date.now() + 90 * 86_400_000), notice: 'More time.' }), payload: 'call { id }' },
  nameCallReviewers: { kind: 'call.reviewersNamed', input: async () => ({ call: (await call()).id, members: [brand.fanId] }), payload: 'call { id }' },
  decideApplication: { kind: 'application.decided', input: async () => ({ applications: [await applied()], outcome: 'DECLINED', reason: 'Others were closer.' }), payload: 'applications { id }' },
  decideByRanking: {
    kind: 'application.decided',
    input: async () => {
      const { id, community_id } = await call();
      await anApplication(app.database, { id, community_id }, (await aMember(app.database, brand.communityId)).id);
      return { call: id, count: 1, outcome: 'DECLINED', reason: 'Others were closer.' };
    },
    payload: 'applications { id }',
  },
  answerReview: {
    kind: 'application.reviewAnswered',
    by: () => brand.owner,
    input: async () => {
      const application = await applied(brand.fanId);
      await brand.manager.mutate('decideApplication', { applications: [application], outcome: 'DECLINED', reason: 'Others were closer.' }, 'applications { id }');
      await brand.fan.mutate('askForReview', { application, text: 'Please read it again.' }, 'application { id }');
      return { application, answer: 'We did, and it stands.' };
    },
    payload: 'application { id }',
  },
  writeAgreement: { kind: 'agreement.written', input: async () => ({ community: brand.slug, texts: [{ locale: 'en', text: 'You disclose, always, in the same place and in the same language.' }] }), payload: 'community { id }' },
  revokeTerm: {
    kind: 'term.revoked',
    input: async () => ({ term: (await aTerm(app.database, brand.communityId, (await aMember(app.database, brand.communityId)).id)).id, clause: 'Disclosure', facts: 'Three posts without a word of it.', passage: 'Best car ever!' }),
    payload: 'term { id }',
  },
  recogniseCircle: { kind: 'circle.recognised', input: async () => ({ circle: await circle('Night builders'), recognised: true, note: 'They run our evenings.' }), payload: 'circle { id }' },
  'recogniseCircle (no longer)': {
    kind: 'circle.unrecognised',
    input: async () => {
      const id = await circle('Day builders');
      await brand.manager.mutate('recogniseCircle', { circle: id, recognised: true }, 'circle { id }');
      return { circle: id, recognised: false };
    },
    payload: 'circle { id }',
  },
};

const WHY = { law: 'Defamation Act, section 1', facts: 'It insults somebody.', passage: 'an utter fool', language: 'en' };

const CALL = { title: 'A hundred agents', story: 'Six months.', perks: 'A car.', seats: 2, opensAt: new Date('2026-01-01'), closesAt: new Date('2099-01-01'), selection: 'PANEL' };
const RUNNING = { closes_at: new Date(Date.now() + 30 * 86_400_000) };

/** A call of the brand. */
async function call(columns: Record<string, unknown> = {}) {
  const [author] = await app.database.query<{ id: string }>('SELECT id FROM members WHERE community_id = $1 ORDER BY joined_at LIMIT 1', [brand.communityId]);
  return aCall(app.database, brand.communityId, author!.id, columns);
}

/** An application that waits for its answer. */
async function applied(memberId?: string): Promise<string> {
  return (await anApplication(app.database, await call(), memberId ?? (await aMember(app.database, brand.communityId)).id)).id;
}

/** A review item about somebody's comment. */
async function waiting(authorId?: string): Promise<string> {
  const author = authorId ?? (await aMember(app.database, brand.communityId)).id;
  const of = { id: await idea(), community_id: brand.communityId };
  const { id } = await aComment(app.database, of, { author_id: author, body: 'You are an utter fool.' });
  const opened = await app.get(Transactor).run((tx) => app.get(ReviewItemsService).openOrJoin(tx, { kind: 'COMMENT', id, communityId: brand.communityId, authorId: author }));
  return opened.item.id;
}

/** What another moderator decided. */
async function decided(ruling: object, authorId?: string): Promise<string> {
  return (await other.mutate('decideReview', { item: await waiting(authorId), ...WHY, ...ruling }, 'decision { id }')).decision.id;
}

async function anotherModerator(): Promise<Client> {
  const [client] = await newcomers(app, 1);
  await client!.join(brand.slug, 'mo-reviews');
  await aRole(app.database, brand.communityId, await accountOf(client!), 'MODERATOR');
  return client!;
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const period = () => ({ community: brand.slug, theme: 'Autumn on the road', startsAt: day(-1), endsAt: day(30) });
const mission = () => ({ kind: 'HELP', title: 'Answer a question', brief: 'Answer a question of somebody new.', opensAt: day(-1), closesAt: day(30), evidence: ['TEXT'] });

async function missionId(more: object = {}): Promise<string> {
  return (await brand.manager.mutate('publishMission', { community: brand.slug, ...mission(), ...more }, 'mission { id }')).mission.id;
}

/** Unlike each other: intake holds what is said over and over. */
const ANSWERS = [
  'The long axle goes through both wheels first.', 'Charge it overnight, and only to four fifths.', 'Ask the shop for the second booklet: page nine has it.',
  'Mine squeaked as well until I oiled the hinge.', 'No, the blue ones fit older roofs too.', 'Take the bus to the harbour; parking there costs a fortune.',
  'Look under the battery for the number they want.', 'We meet on Thursdays in the library, come along!',
];

/** What the fan, an ambassador from then on, handed in for a mission. */
async function handedIn(): Promise<string> {
  const [term] = await app.database.query('SELECT FROM active_terms WHERE member_id = $1', [brand.fanId]);
  if (!term) await aTermOf(app.database, { id: brand.fanId, community_id: brand.communityId });
  await app.database.query('UPDATE community_intake SET hold_anonymous = false'); // or what the fan hands in waits for moderators
  const id = await missionId();
  await brand.fan.mutate('joinMission', { mission: id }, 'mission { id }');
  const evidence = [{ kind: 'TEXT', text: ANSWERS[(file += 1) % ANSWERS.length] }];
  return (await brand.fan.mutate('submitEntry', { mission: id, evidence, disclosed: true }, 'entry { id }')).entry.id;
}

async function budget(): Promise<string> {
  return (await brand.manager.mutate('createRewardBudget', { community: brand.slug, name: 'Summer' }, 'budget { id }')).budget.id;
}

async function perk(): Promise<string> {
  return (await brand.manager.mutate('createPerk', { budget: await budget(), title: 'A set', stock: 1 }, 'perk { id }')).perk.id;
}

/** A perk that the fan earned and waits for. */
async function owed(): Promise<string> {
  const perkId = await perk();
  const payment = { entryId: newId(), communityId: brand.communityId, memberId: brand.fanId, points: 0, budgetId: null, perkId, by: null };
  await app.get(Transactor).run((tx) => app.get(RewardsService).pay(tx, payment));
  return (await app.database.query<{ id: string }>('SELECT id FROM perk_deliveries WHERE perk_id = $1', [perkId]))[0]!.id;
}

async function circle(name: string): Promise<string> {
  const input = { community: brand.slug, name, description: 'We build together, and show what we made.', joining: 'OPEN' };
  return (await brand.fan.mutate('createCircle', input, 'circle { id }')).circle.id;
}

/** To whom an act is not reserved, it is refused, or there is nothing to act on. */
const REFUSED = /"code":"(NOT_ALLOWED|NOT_FOUND)"/;

const HELD = /"code":"SECOND_FACTOR_NEEDED"/;

/** While the time is over in which staff, and the operator, may do without a second factor. */
async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  const { database } = app;
  await database.query(`UPDATE deployment SET second_factor_since = now() - interval '15 days'`);
  await database.query(`UPDATE accounts SET created_at = created_at - interval '15 days' WHERE is_operator`);
  await database.query(`INSERT INTO second_factor_rules (community_id, grace_days, since) VALUES ($1, 0, now() - interval '1 minute')`, [brand.communityId]);
  try {
    return await work();
  } finally {
    await database.query('DELETE FROM second_factor_rules');
    await database.query('UPDATE deployment SET second_factor_since = now()');
  }
}

const mutations = () => TypeMetadataStorage.getMutationsMetadata().map(({ schemaName }) => schemaName);

async function actsAfter(sequence: string): Promise<{ type: string; community: string | null; actor: string | null }[]> {
  return app.database.query(
    `SELECT type, community_id AS community, actor_id AS actor FROM events WHERE staff_act AND sequence > $1 ORDER BY sequence`,
    [sequence]);
}

describe('every act of staff', () => {
  it('is known: each mutation is open to fans, an act, or reviewed as none', () => {
    const known = [...OPEN_TO_FANS, ...Object.keys(NO_ACTS), ...Object.keys(ACTS).filter((name) => !name.includes(' '))];
    expect(mutations().filter((name) => !known.includes(name))).toEqual([]);
    expect(known.length).toBe(new Set(known).size);
  });

  it.each(Object.entries(ACTS))('%s leaves one entry in the audit log', async (call, { kind, by = () => staffOnly, input, payload = 'idea { id }', with: others = {} }) => {
    const [name = ''] = call.split(' ');
    const made = await input();
    const [{ last }] = (await app.database.query<{ last: string }>('SELECT coalesce(max(sequence), 0)::text AS last FROM events')) as [{ last: string }];
    await brand.fan.mutate(name, { ...made }, payload).then((refused) => expect(JSON.stringify(refused)).toMatch(REFUSED), (error: Error) => expect(error.message).toMatch(REFUSED));
    expect(await actsAfter(last), 'of a fan').toEqual([]);
    const held = await whileHeld(() => by().mutate(name, { ...made }, payload).then((answer) => JSON.stringify(answer), (error: Error) => error.message));
    expect(held, 'without a second factor when one is needed').toMatch(HELD);
    expect(await actsAfter(last), 'while powers wait').toEqual([]);
    const answer = await by().mutate(name, { ...made }, payload);
    expect(JSON.stringify(answer)).not.toContain('"code"');
    const account = await accountOf(by());
    const acts = await actsAfter(last);
    expect(acts.map(({ type }) => type).sort()).toEqual([kind, ...Object.keys(others)].sort());
    for (const { community, actor } of acts) expect([community !== null, actor]).toEqual([true, account]);
  });

  it('has a kind that some call above leaves', () => {
    const left = new Set([...Object.values(ACTS).flatMap((act) => [act.kind, ...Object.keys(act.with ?? {})]), ...BY_COMMAND]);
    expect(staffActs().filter((kind) => !left.has(kind))).toEqual([]);
  });
});

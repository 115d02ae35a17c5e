import { type GraphQLArgument, type GraphQLInputField, type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, isScalarType, print, astFromValue, type GraphQLField } from 'graphql';
import { CALL, MISSION, saying } from './programme.js';
import type { MatrixWorld } from './world.js';

/** What an operation is given beside what its schema asks for, where the first best value would not do. */
type Extras = Readonly<Record<string, (world: MatrixWorld) => Readonly<Record<string, unknown>>>>;

const WHY = { law: 'Defamation Act, section 1', facts: 'It insults somebody.', passage: 'an utter fool', language: 'en' };
/** For who is not signed in. */
const WHO = { name: 'Ann Other', email: 'ann@example.org' };
const LONG_AGO = new Date(Date.now() - 60 * 86_400_000).toISOString();
const SOON = new Date(Date.now() + 5 * 86_400_000).toISOString();

export const EXTRAS: Extras = {
  answerIdea: () => ({ status: 'PLANNED', response: 'We plan it.' }),
  answerIdeas: ({ ids }) => ({ ideas: [ids['idea']], status: 'PLANNED', response: 'We plan it.' }),
  answerAppeal: () => ({ body: 'We look at it again.' }),
  acknowledgeWarning: ({ ids }) => ({ decision: ids['warning'] }),
  addComment: ({ ids }) => ({ idea: ids['idea'] }),
  acceptInvitation: ({ ids }) => ({ invitation: ids['invitation'] }),
  declineInvitation: ({ ids }) => ({ invitation: ids['invitation'] }),
  appointPanelModerator: ({ ids }) => ({ email: ids['appointed'] }),
  attestRealName: ({ ids }) => ({ member: ids['member'] }),
  confirmDecision: ({ ids }) => ({ decision: ids['proposed'], agree: true }),
  contestMerge: ({ ids }) => ({ idea: ids['merged'] }),
  decideDispute: ({ ids }) => ({ entry: ids['disputed'] }),
  decideMergeContest: ({ ids }) => ({ idea: ids['contested'] }),
  decideAppeal: () => ({ outcome: 'REVERSED' }),
  decideReview: () => ({ action: 'HIDE', ...WHY }),
  decideReviews: ({ ids }) => ({ items: [{ item: ids['item'], passage: WHY.passage }], action: 'HIDE', law: WHY.law, facts: WHY.facts, language: 'en' }),
  disputeEntry: ({ ids }) => ({ entry: ids['reputationEntry'] }),
  discardDraft: ({ ids }) => ({ draft: ids['draft'] }),
  dismissDuplicate: ({ ids }) => ({ idea: ids['alike'], other: ids['idea'] }),
  editIdea: () => ({ title: 'A second handle on every box' }),
  giveCredit: ({ ids }) => ({ idea: ids['delivered'], members: [ids['member']] }),
  withdrawCredit: () => ({ reason: 'Another one was first.' }),
  grantRole: ({ handles }) => ({ handle: handles.member, role: 'MODERATOR' }),
  revokeRole: ({ handles }) => ({ handle: handles.member, role: 'MODERATOR' }),
  joinCircle: () => ({ message: 'Let me in.' }),
  markRead: () => ({ upTo: SOON }),
  mergeIdea: ({ ids }) => ({ duplicate: ids['idea'], target: ids['target'] }),
  unmergeIdea: ({ ids }) => ({ idea: ids['merged'] }),
  removeFilter: ({ ids }) => ({ filter: ids['savedFilter'] }),
  report: ({ ids }) => ({ subject: ids['comment'], category: 'HARASSMENT' }),
  'report(illegal)': ({ ids }) => ({ subject: ids['comment'], category: 'ILLEGAL_CONTENT', explanation: 'It is a threat.', notice: { law: WHY.law, location: 'The first sentence.', goodFaith: true, ...WHO } }),
  'decideReview(own)': ({ ids }) => ({ item: ids['ownItem'], action: 'KEEP', ...WHY }),
  'claimReview(own)': ({ ids }) => ({ item: ids['ownItem'] }),
  'addReviewNote(own)': ({ ids }) => ({ item: ids['ownItem'], body: 'I meant well.' }),
  requestAccountDeletion: () => ({ password: 'a quiet blue tricycle' }),
  setEstimate: ({ ids }) => ({ idea: ids['planned'], estimate: { from: '2027-01-01', precision: 'YEAR' } }),
  startElection: ({ ids }) => ({ circle: ids['ownCircle'] }),
  removeFromCircle: ({ ids }) => ({ circle: ids['ownCircle'], member: ids['companion'] }),
  shareIntoCircle: ({ ids }) => ({ idea: ids['target'] }),
  showCreation: ({ ids }) => ({ pictures: [{ picture: ids['picture'], alt: 'A box.' }] }),
  standForElection: () => ({ statement: 'I listen.' }),
  submitIdea: ({ ids }) => ({ category: ids['category'] }),
  unappreciateCreation: ({ ids }) => ({ creation: ids['creation'] }),
  updateCommunity: () => ({ tagline: 'Another promise' }),
  updateCommunityRules: () => ({ rules: [{ number: 1, title: 'Respect people', body: 'Criticise as hard as you like; nobody is insulted.' }] }),
  updateLevelRights: () => ({ levels: [] }),
  updateMember: () => ({ bio: 'I build.' }),
  setAvatar: () => ({ picture: null }),
  endSessions: () => ({ session: '00000000-0000-7000-8000-000000000000' }),
  updateAccount: () => ({ displayName: 'Another name' }),
  acceptTerm: ({ ids }) => ({ term: ids['offeredTerm'], agreementHash: ids['agreementHash'] }),
  answerReview: ({ ids }) => ({ application: ids['contestedApplication'], answer: 'It stands.' }),
  appealEntry: ({ ids }) => ({ entry: ids['refusedEntry'] }),
  appealTerm: ({ ids }) => ({ term: ids['revokedTerm'] }),
  applyToCall: ({ ids }) => ({ answers: [{ question: ids['question'], answer: 'Since I ride.' }], ofAge: true }),
  askForReview: ({ ids }) => ({ application: ids['declinedApplication'], text: 'Look again.' }),
  createPeriod: () => ({ startsAt: LONG_AGO }),
  decideAmbassadorAppeal: ({ ids }) => ({ appeal: ids['ambassadorAppeal'], outcome: 'UPHELD' }),
  decideApplication: ({ ids }) => ({ applications: [ids['judgedApplication']], outcome: 'DECLINED' }),
  decideByRanking: ({ ids }) => ({ call: ids['decidedCall'], outcome: 'DECLINED' }),
  giveUpSeat: ({ ids }) => ({ application: ids['selectedApplication'] }),
  leaveMission: ({ ids }) => ({ mission: ids['joinedMission'] }),
  nameCallReviewers: ({ ids }) => ({ members: [ids['companion']] }),
  nominateForCall: ({ ids }) => ({ circle: ids['putForward'] }),
  openCall: () => CALL,
  publishCall: ({ ids }) => ({ call: ids['draftCall'] }),
  publishMission: () => MISSION,
  renewTerm: ({ ids }) => ({ agreementHash: ids['agreementHash'] }),
  reviewEntry: ({ ids }) => ({ entry: ids['submittedEntry'], outcome: 'REFUSE', reason: 'Week two is missing.' }),
  saveEntry: ({ ids }) => ({ mission: ids['joinedMission'], evidence: saying('seventy') }),
  scoreApplication: () => ({ marks: [{ criterion: 0, score: 3 }] }),
  setTrackingTarget: () => ({ target: 'https://brand.example/new' }),
  submitEntry: ({ ids }) => ({ mission: ids['joinedMission'], evidence: saying('seventy') }),
  updateCall: ({ ids }) => ({ ...CALL, call: ids['draftCall'] }),
  updateDelivery: () => ({ state: 'SENT' }),
  deleteMission: ({ ids }) => ({ mission: ids['draftMission'] }),
  updateMission: ({ ids }) => ({ ...MISSION, mission: ids['draftMission'] }),
  updatePeriod: () => ({ startsAt: LONG_AGO }),
  withdrawApplicationVote: ({ ids }) => ({ application: ids['application'] }),
  withdrawEntry: ({ ids }) => ({ entry: ids['submittedEntry'] }),
  writeAgreement: () => ({ texts: ['en', 'fr'].map((locale) => ({ locale, text: 'What we owe each other. '.repeat(20) })) }),
  withdrawCandidacy: ({ ids }) => ({ election: ids['election'] }),
};

/** An operation by its name; and with a word in brackets where its input makes it another thing. */
export const callsOf = (operation: string): string[] => [operation, ...Object.keys(EXTRAS).filter((name) => name.startsWith(`${operation}(`))];

const WORDS: Readonly<Record<string, unknown>> = {
  title: 'A second handle on the box', body: 'A text long enough to be anything that somebody could write here.', text: 'A text long enough to be an appeal.',
  email: 'somebody-else@example.org', password: 'a quiet blue tricycle', name: 'Night builders', displayName: 'Somebody', slug: 'made-anew', url: 'https://example.org/', csv: 'code\nTRUSTED-SET-2\n',
  accent: '#aa3300', code: 'ABCDEFGH', from: '2027-01-01', term: 'box',
};

/**
 * The arguments of a field, from its schema: what it must have, filled with the ids and words of the world.
 *
 * @param call one of `callsOf`
 */
export function argumentsOf(field: Pick<GraphQLField<unknown, unknown>, 'name' | 'args'>, world: MatrixWorld, call = field.name): string {
  const given = field.args.flatMap((arg) => {
    const value = arg.name === 'input' ? inputOf(call, arg, world) : valueOf(field.name, arg, world);
    return value === undefined ? [] : [`${arg.name}: ${print(astFromValue(value, arg.type)!)}`];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function inputOf(operation: string, arg: GraphQLArgument, world: MatrixWorld): unknown {
  const required = filled(operation, arg.type, world) as Record<string, unknown>;
  return { ...required, ...EXTRAS[operation]?.(world) };
}

/** Of lists: enough to find one that is there, without making the answers long. */
const A_FEW = 5;

/** Undefined for what may be left out. */
function valueOf(operation: string, { name, type, defaultValue }: GraphQLArgument | GraphQLInputField, world: MatrixWorld): unknown {
  if (name === 'first') return A_FEW;
  const wanted = isNonNullType(type) && defaultValue === undefined;
  if (!wanted && !(name === 'id' && operation === 'circle')) return undefined;
  return byName(operation, name, world) ?? filled(operation, type, world, name);
}

function filled(operation: string, type: GraphQLInputType, world: MatrixWorld, name = ''): unknown {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return [filled(operation, bare.ofType, world, name)];
  if (isEnumType(bare)) return bare.getValues()[0]!.value;
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).map((field) => [field.name, valueOf(operation, field, world)] as const);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  return isScalarType(bare) ? scalar(bare.name, name, world) : undefined;
}

function byName(operation: string, name: string, { slug, handles, ids }: MatrixWorld): unknown {
  if (name === 'id') return ids[operation];
  if (name === 'community' || (name === 'slug' && operation === 'community')) return slug;
  if (name === 'handle') return handles.author;
  if (name === 'subject') return ids['member'];
  if (name === 'reference') return ids['reference'];
  return undefined;
}

function scalar(type: string, name: string, { ids }: MatrixWorld): unknown {
  if (type === 'ID') return ids[name] ?? '00000000-0000-7000-8000-000000000000';
  if (type === 'String') return WORDS[name] ?? 'A few words about it.';
  if (type === 'DateTime') return name === 'from' ? LONG_AGO : SOON;
  return type === 'Boolean' ? true : 1;
}

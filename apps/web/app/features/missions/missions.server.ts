import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import {
  EntryPageDocument,
  type EntryPageQuery,
  MissionBudgetsDocument,
  type MissionBudgetsQuery,
  MissionDeskDocument,
  MissionDraftDocument,
  type MissionDraftQuery,
  type MissionDeskQuery,
  MissionPageDocument,
  type MissionPageQuery,
  MissionPeriodsDocument,
  type MissionPeriodsQuery,
  MissionsPageDocument,
  type MissionsPageQuery,
  MissionWallDocument,
  type MissionWallQuery,
  RallyPageDocument,
  type RallyPageQuery,
} from '~/graphql/generated/documents';
import { FILTERS_OF_DESK } from './desk-filters';
import { filterOf, parseEntries, parseMissions } from './missions-state';

export type Catalogue = NonNullable<MissionsPageQuery['community']>;
export type MissionFull = NonNullable<MissionPageQuery['mission']>;
/** What the reader brings along; null for who is no member. */
export type MissionReader = NonNullable<MissionPageQuery['viewer']>['membership'] | null;
export type TrackingLinks = NonNullable<NonNullable<MissionReader>['trackingLinks']>['nodes'];
export type KeptMission = NonNullable<MissionDraftQuery['mission']>;
export type RallyFull = NonNullable<RallyPageQuery['mission']>;
export type PeriodsOf = NonNullable<MissionPeriodsQuery['community']>['missionPeriods'];
export type MissionWallPage = NonNullable<MissionWallQuery['community']>['missionFeed'];
export type DeskEntries = NonNullable<NonNullable<MissionDeskQuery['community']>['missionEntries']>;
export type EntryFull = NonNullable<EntryPageQuery['entry']>;
export type MissionChoices = NonNullable<MissionBudgetsQuery['community']>;

const params = ({ request }: LoaderFunctionArgs) => new URL(request.url).searchParams;

/** The catalogue, by one of its tabs. */
export async function loadMissions(side: LoaderFunctionArgs) {
  const state = parseMissions(params(side));
  const { community, viewer } = await query(side, MissionsPageDocument, { slug: side.params.slug!, after: state.after, filter: filterOf(state) });
  if (!community) throw notFound();
  return { state, catalogue: community, isAmbassador: Boolean(viewer?.membership?.ambassador) };
}

export async function loadMission(side: LoaderFunctionArgs): Promise<{ mission: MissionFull; reader: MissionReader }> {
  const { mission, viewer } = await query(side, MissionPageDocument, { id: side.params.id!, slug: side.params.slug!, after: params(side).get('after') });
  if (!mission || mission.community.slug !== side.params.slug) throw notFound();
  return { mission, reader: viewer?.membership ?? null };
}

/** A rally by itself; what is no rally is not there. */
export async function loadRally(side: LoaderFunctionArgs): Promise<{ mission: RallyFull }> {
  const { mission } = await query(side, RallyPageDocument, { id: side.params.id! });
  if (!mission?.rally || mission.state === 'DRAFT' || mission.community.slug !== side.params.slug) throw notFound();
  return { mission };
}

export async function loadWall(side: LoaderFunctionArgs): Promise<{ wall: MissionWallPage }> {
  const { community } = await query(side, MissionWallDocument, { slug: side.params.slug!, after: params(side).get('after') });
  if (!community) throw notFound();
  return { wall: community.missionFeed };
}

/** What waits for the brand. Who may not review is refused by the API. */
export async function loadEntriesDesk(side: LoaderFunctionArgs) {
  const state = parseEntries(params(side));
  const { community } = await query(side, MissionDeskDocument, { slug: side.params.slug!, after: state.after, filter: FILTERS_OF_DESK[state.tab] });
  if (!community?.missionEntries) throw notFound();
  return { state, entries: community.missionEntries };
}

export async function loadEntry(side: LoaderFunctionArgs): Promise<{ entry: EntryFull }> {
  const { entry } = await query(side, EntryPageDocument, { id: side.params.id! });
  if (!entry || entry.community.slug !== side.params.slug) throw notFound();
  return { entry };
}

/** What a new mission can be part of and be paid from. */
export async function loadNewMission(side: LoaderFunctionArgs): Promise<{ choices: MissionChoices; mission: null; now: string }> {
  return { choices: await choicesOf(side), mission: null, now: new Date().toISOString() };
}

/** A draft to go on with; drafts are the team's, and to everybody else not there. */
export async function loadMissionDraft(side: LoaderFunctionArgs): Promise<{ choices: MissionChoices; mission: KeptMission; now: string }> {
  const [choices, { mission }] = await Promise.all([choicesOf(side), query(side, MissionDraftDocument, { id: side.params.id! })]);
  if (!mission || mission.community.slug !== side.params.slug) throw notFound();
  return { choices, mission, now: new Date().toISOString() };
}

export async function loadPeriods(side: LoaderFunctionArgs): Promise<{ periods: PeriodsOf }> {
  const { community } = await query(side, MissionPeriodsDocument, { slug: side.params.slug!, after: params(side).get('after') });
  if (!community) throw notFound();
  return { periods: community.missionPeriods };
}

async function choicesOf(side: LoaderFunctionArgs): Promise<MissionChoices> {
  const { community } = await query(side, MissionBudgetsDocument, { slug: side.params.slug! });
  if (!community) throw notFound();
  return community;
}

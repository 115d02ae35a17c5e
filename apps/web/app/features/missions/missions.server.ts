import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import {
  EntryPageDocument,
  type EntryPageQuery,
  MissionBudgetsDocument,
  type MissionBudgetsQuery,
  MissionDeskDocument,
  type MissionDeskQuery,
  MissionPageDocument,
  type MissionPageQuery,
  MissionsPageDocument,
  type MissionsPageQuery,
  MissionWallDocument,
  type MissionWallQuery,
} from '~/graphql/generated/documents';
import { FILTERS_OF_DESK } from './desk-filters';
import { FILTER_OF, parseEntries, parseMissions } from './missions-state';

export type Catalogue = NonNullable<MissionsPageQuery['community']>;
export type MissionFull = NonNullable<MissionPageQuery['mission']>;
export type MissionWallPage = NonNullable<MissionWallQuery['community']>['missionFeed'];
export type DeskEntries = NonNullable<NonNullable<MissionDeskQuery['community']>['missionEntries']>;
export type EntryFull = NonNullable<EntryPageQuery['entry']>;
export type MissionChoices = NonNullable<MissionBudgetsQuery['community']>;

const params = ({ request }: LoaderFunctionArgs) => new URL(request.url).searchParams;

/** The catalogue, by one of its tabs. */
export async function loadMissions(side: LoaderFunctionArgs) {
  const state = parseMissions(params(side));
  const { community } = await query(side, MissionsPageDocument, { slug: side.params.slug!, after: state.after, filter: FILTER_OF[state.tab] });
  if (!community) throw notFound();
  return { state, catalogue: community };
}

export async function loadMission(side: LoaderFunctionArgs): Promise<{ mission: MissionFull }> {
  const { mission } = await query(side, MissionPageDocument, { id: side.params.id!, after: params(side).get('after') });
  if (!mission || mission.community.slug !== side.params.slug) throw notFound();
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
export async function loadNewMission(side: LoaderFunctionArgs): Promise<{ choices: MissionChoices }> {
  const { community } = await query(side, MissionBudgetsDocument, { slug: side.params.slug! });
  if (!community) throw notFound();
  return { choices: community };
}

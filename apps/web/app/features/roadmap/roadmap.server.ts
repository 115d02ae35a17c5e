import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { CategoryIdsDocument, ChangelogDocument, RoadmapDocument } from '~/graphql/generated/documents';
import { ROAD_STATUSES, type RoadStatus } from './road-statuses';

/** What is planned, what is being made, what was delivered, the first page of each. `?status=planned&after=…` goes on with one of them. */
export async function loadRoadmap(side: LoaderFunctionArgs) {
  const slug = side.params.slug!;
  const params = new URL(side.request.url).searchParams;
  const only = ROAD_STATUSES.find((status) => status.toLowerCase().replace('_', '-') === params.get('status')) ?? null;
  const after = only && (params.get('after') || null);
  const parts = await Promise.all(ROAD_STATUSES.filter((status) => !only || status === only).map((status) => loadPart(side, slug, status, after)));
  return { parts, only };
}

async function loadPart(side: LoaderFunctionArgs, slug: string, status: RoadStatus, after: string | null) {
  const { community } = await query(side, RoadmapDocument, { slug, status, after });
  if (!community) throw notFound();
  return { status, page: community.roadmap };
}

export type RoadPart = Awaited<ReturnType<typeof loadPart>>;

/** Every move that the brand answered, the latest first, of one category if the address names one. */
export async function loadChangelog(side: LoaderFunctionArgs) {
  const slug = side.params.slug!;
  const params = new URL(side.request.url).searchParams;
  const wanted = params.get('category');
  const category = wanted ? await categoryNamed(side, wanted) : null;
  const { community } = await query(side, ChangelogDocument, { slug, category: category?.id ?? null, after: params.get('after') || null });
  if (!community) throw notFound();
  return { community, category };
}

export type ChangelogPageData = Awaited<ReturnType<typeof loadChangelog>>;

async function categoryNamed(side: LoaderFunctionArgs, wanted: string) {
  const { community } = await query(side, CategoryIdsDocument, { slug: side.params.slug! });
  return community?.categories.find((known) => known.slug === wanted) ?? null;
}

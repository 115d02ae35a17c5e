import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query, signInFirst } from '~/data/query.server';
import {
  AgreementPageDocument,
  type AgreementPageQuery,
  AmbassadorAppealDocument,
  type AmbassadorAppealQuery,
  AmbassadorAppealsDocument,
  type AmbassadorAppealsQuery,
  AmbassadorsDocument,
  type AmbassadorsQuery,
  AmbassadorTermsDocument,
  type AmbassadorTermsQuery,
  MyTermDocument,
  type AgreementFullFragment,
  type OwnTermFragment,
} from '~/graphql/generated/documents';
import { chosenLocale } from './agreement-locale.server';
import { parseTab, STATES_OF, type TermTab } from './terms-state';

export type AmbassadorsData = NonNullable<AmbassadorsQuery['community']>;
export type AgreementData = NonNullable<AgreementPageQuery['community']>;
export type TermsList = NonNullable<NonNullable<AmbassadorTermsQuery['community']>['ambassadorTerms']>;
export type AppealsList = NonNullable<NonNullable<AmbassadorAppealsQuery['community']>['ambassadorAppeals']>;
export type FullAppeal = NonNullable<AmbassadorAppealQuery['ambassadorAppeal']>;

/** In each language of the house; where one is missing, the community's own. */
export type AgreementsNow = Readonly<Record<'en' | 'fr', AgreementFullFragment | null>>;

const paramsOf = ({ request }: LoaderFunctionArgs) => new URL(request.url).searchParams;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Who serves, or who served. */
export async function loadAmbassadors(side: LoaderFunctionArgs): Promise<{ data: AmbassadorsData; alumni: boolean }> {
  const search = paramsOf(side);
  const alumni = search.get('who') === 'alumni';
  const { community } = await query(side, AmbassadorsDocument, { slug: side.params.slug!, after: search.get('after'), alumni });
  if (!community) throw notFound();
  return { data: community, alumni };
}

/** The agreement in a language, and what came before it. */
export async function loadAgreement(side: LoaderFunctionArgs): Promise<{ data: AgreementData; locale: 'en' | 'fr' }> {
  const locale = chosenLocale(side.request);
  const { community } = await query(side, AgreementPageDocument, { slug: side.params.slug!, locale, after: paramsOf(side).get('after') });
  if (!community) throw notFound();
  return { data: community, locale };
}

/** One's own term, or a named one that its member, the brand or moderators may read. */
export async function loadMyTerm(side: LoaderFunctionArgs): Promise<{ term: OwnTermFragment | null; agreements: AgreementsNow }> {
  const id = paramsOf(side).get('term');
  const { community, term } = await query(side, MyTermDocument, { slug: side.params.slug!, id: id ?? NOBODY, byId: id !== null });
  if (!community || (id !== null && !term)) throw notFound();
  return { term: term ?? community.viewerTerm ?? null, agreements: { en: community.en, fr: community.fr } };
}

/** The brand's list. */
export async function loadTerms(side: LoaderFunctionArgs): Promise<{ terms: TermsList; tab: TermTab }> {
  const search = paramsOf(side);
  const tab = parseTab(search);
  const { community } = await query(side, AmbassadorTermsDocument, { slug: side.params.slug!, after: search.get('after'), state: STATES_OF[tab] });
  if (!community) throw notFound();
  if (!community.ambassadorTerms) throw signInFirst(side.request);
  return { terms: community.ambassadorTerms, tab };
}

/** What ambassadors appeal against: what waits, or what was decided. */
export async function loadAppeals(side: LoaderFunctionArgs): Promise<{ appeals: AppealsList; decided: boolean }> {
  const search = paramsOf(side);
  const decided = search.get('tab') === 'decided';
  const { community } = await query(side, AmbassadorAppealsDocument, { slug: side.params.slug!, after: search.get('after'), decided });
  if (!community) throw notFound();
  if (!community.ambassadorAppeals) throw signInFirst(side.request);
  return { appeals: community.ambassadorAppeals, decided };
}

export async function loadAppeal(side: LoaderFunctionArgs): Promise<{ appeal: FullAppeal }> {
  const { ambassadorAppeal: appeal } = await query(side, AmbassadorAppealDocument, { id: side.params.id! });
  if (!appeal || appeal.community.slug !== side.params.slug) throw notFound();
  return { appeal };
}

import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { StatementsDocument, type StatementsQuery } from '~/graphql/generated/documents';
import { csvLine } from './csv';
import { momentsOf, parsePeriod } from './period';
import { loadTransparency, type Report } from './transparency.server';

/** What happened may still change while a period runs. */
const KEPT = 'public, max-age=300';

function fileResponse(body: string | ReadableStream<Uint8Array>, type: string, name: string): Response {
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': KEPT, 'Content-Disposition': `attachment; filename="${name}"` } });
}

function fileName(side: LoaderFunctionArgs, what: string, { from, to }: { from: string; to: string }, ending: string): string {
  return `${encodeURIComponent(side.params.slug!)}-${what}-${from}-${to}.${ending}`;
}

/** The report as JSON: the fields of the API, with the community's slug. */
export async function reportJson(side: LoaderFunctionArgs): Promise<Response> {
  const { report, period } = await loadTransparency(side);
  const body = `${JSON.stringify({ community: side.params.slug, ...report }, null, 2)}\n`;
  return fileResponse(body, 'application/json', fileName(side, 'transparency', period, 'json'));
}

/** The report as CSV: a line for each number, with what it counts and under which word. Times are in seconds. */
export async function reportCsv(side: LoaderFunctionArgs): Promise<Response> {
  const { report, period } = await loadTransparency(side);
  const body = csvLine(['measure', 'word', 'value']) + linesOf(report).map(csvLine).join('');
  return fileResponse(body, 'text/csv', fileName(side, 'transparency', period, 'csv'));
}

type Line = [measure: string, word: string, value: string | number | null];

function linesOf({ from, to, waiting, notices, decisions, times, appeals, accuracy, critical, other }: Report): Line[] {
  return [
    ['from', '', from],
    ['to', '', to],
    ['waiting', '', waiting],
    ...numbers('notices', { ...notices, byCategory: undefined }),
    ...notices.byCategory.map(({ word, count }): Line => ['notices.byCategory', word, count]),
    ...numbers('decisions', { ...decisions, byAction: undefined, byGround: undefined, byDecider: undefined }),
    ...decisions.byAction.map(({ word, count }): Line => ['decisions.byAction', word, count]),
    ...decisions.byGround.map(({ ground, rule, title, count }): Line => ['decisions.byGround', ground === 'RULE' ? `RULE ${rule}: ${title}` : `LAW: ${title}`, count]),
    ...decisions.byDecider.map(({ word, count }): Line => ['decisions.byDecider', word, count]),
    ...numbers('times', times),
    ...numbers('appeals', { ...appeals, times: undefined }),
    ...numbers('appeals.times', appeals.times),
    ...numbers('accuracy', accuracy),
    ...numbers('critical', critical),
    ...numbers('other', other),
  ];
}

function numbers(group: string, values: Readonly<Record<string, number | null | undefined>>): Line[] {
  return Object.entries(values).flatMap(([name, value]): Line[] => (value === undefined ? [] : [[`${group}.${name}`, '', value]]));
}

type Page = NonNullable<StatementsQuery['community']>['exportedStatements'];

/** Every restriction of a period in the columns of the Commission's transparency database, read a page at a time. */
export async function statementsCsv(side: LoaderFunctionArgs): Promise<Response> {
  const period = parsePeriod(new URL(side.request.url).searchParams, new Date());
  const pageAfter = async (after: string | null): Promise<Page> => {
    const { community } = await query(side, StatementsDocument, { slug: side.params.slug!, ...momentsOf(period), after });
    if (!community) throw notFound();
    return community.exportedStatements;
  };
  const first = await pageAfter(null); // before the answer begins, so that what goes wrong can still be said
  return fileResponse(streamed(first, pageAfter), 'text/csv', fileName(side, 'statements', period, 'csv'));
}

function streamed(first: Page, pageAfter: (after: string) => Promise<Page>): ReadableStream<Uint8Array> {
  const lines = statementLines(first, pageAfter);
  const bytes = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(bytes.encode(value));
    },
    async cancel() {
      await lines.return();
    },
  });
}

/** The columns stand above the first statement; a period without any is an empty file. */
async function* statementLines(first: Page, pageAfter: (after: string) => Promise<Page>): AsyncGenerator<string, void> {
  if (first.nodes[0]) yield csvLine(first.nodes[0].fields.map(({ name }) => name));
  for (let page = first; ; ) {
    yield page.nodes.map(({ fields }) => csvLine(fields.map(({ value }) => value))).join('');
    if (!page.pageInfo.hasNextPage) return;
    page = await pageAfter(page.pageInfo.endCursor!);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { type Actor, decodeCursor, encodeCursor } from '@fanfare/kernel';
import { feedConditions, type FeedFilter, listName } from './feed.filter.js';
import { IdeaFilters } from './idea-filters.js';
import { asSeenBy } from './idea.policy.js';
import { IDEA_COLUMNS, type IdeaRow } from './idea.row.js';
import { parseSearch, type SearchClause, type SearchTerm, SearchTerms } from './search.terms.js';
import { mistakesAllowed, nearestWords } from './spelling.js';
import { SqlParameters } from './sql-parameters.js';
import { stopWordsOf } from './stop-words.js';

interface Checked {
  readonly word: string;
  /** Says nothing in the community's language ("the", « les »). */
  readonly stop: boolean;
  /** Whether any idea contains it. */
  readonly known: boolean;
}

// A word that neither stemmer keeps is in no body's index, whatever the community's language makes of it.
const CHECK = `
  SELECT t.word, to_tsvector($4::regconfig, lower(t.word)) = '' OR search_vector('', search_text(t.word)) = '' AS stop,
    EXISTS (SELECT 1 FROM ideas i WHERE i.community_id = $1 AND i.status <> 'DRAFT' AND i.search @@ search_word(t.word, t.prefix)) AS known
  FROM unnest($2::text[], $3::boolean[]) AS t (word, prefix)`;

const LANGUAGE = 'SELECT locale FROM communities WHERE id = $1';

const ALIKE = `
  SELECT t.word AS typed, plain_text(t.word) AS plain, w.word, w.ideas FROM unnest($2::text[]) AS t (word),
    LATERAL words_like($1, plain_text(t.word)) AS w`;

interface FoundRow extends IdeaRow {
  readonly score: number;
}

/** Finds ideas by what is written in them. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly database: Database,
    private readonly filters: IdeaFilters,
  ) {}

  /** What to look for, mistyped words replaced by those the community uses; null when nothing is looked for. */
  async terms({ search, communityId }: Pick<FeedFilter, 'search' | 'communityId'>): Promise<SearchTerms | null> {
    if (!search?.trim()) return null;
    const clauses = parseSearch(search);
    const words = clauses.filter((clause) => !clause.negated).flatMap((clause) => clause.terms.filter((term) => !term.phrase));
    const checked = await this.check(communityId, words);
    const said = withoutStopWords(clauses, checked);
    const mistyped = words.filter(({ text }) => !checked.get(text)?.known && mistakesAllowed([...text].length) > 0);
    const corrections = await this.corrections(communityId, mistyped.slice(0, MOST_MISTYPED));
    return new SearchTerms(search.trim().slice(0, 200), said.map((clause) => corrected(clause, corrections)));
  }

  /** What answers the search, the best answer first. */
  async page(filter: FeedFilter, actor: Actor, args: PageArgs): Promise<Connection<IdeaRow>> {
    const list = listName('RELEVANCE', filter, actor);
    const size = pageSize(args);
    const position = args.after ? decodeCursor(list, args.after, ['int', 'id']) : null;
    const terms = (await this.terms(filter)) ?? new SearchTerms('', []);
    const parameters = new SqlParameters();
    const found = this.found(filter, terms, actor, parameters);
    const [score, id] = position ?? [null, null];
    const after = position ? `WHERE (f.score, f.id) < (${parameters.add(score)}::int, ${parameters.add(id)}::uuid)` : '';
    const sql = `SELECT ${IDEA_COLUMNS}, p.score FROM (SELECT f.id, f.score FROM (${found}) f ${after} ORDER BY f.score DESC, f.id DESC LIMIT ${size + 1}) p
      JOIN ideas i ON i.id = p.id LEFT JOIN members a ON a.id = i.author_id ORDER BY p.score DESC, p.id DESC`;
    const rows = await this.database.query<FoundRow>(sql, parameters.values);
    const page = connectionOf(rows, args, (row) => encodeCursor(list, [row.score, row.id]), () => this.count(filter, terms, actor));
    const edges = page.edges.map(({ cursor, node: { score: _score, ...idea } }) => ({ cursor, node: asSeenBy(actor, idea) }));
    return { ...page, edges, nodes: edges.map((edge) => edge.node) };
  }

  private async count(filter: FeedFilter, terms: SearchTerms, actor: Actor): Promise<number> {
    const parameters = new SqlParameters();
    const sql = `SELECT count(*)::int AS count FROM (${this.found(filter, terms, actor, parameters)}) f`;
    const [row] = await this.database.query<{ count: number }>(sql, parameters.values);
    return row!.count;
  }

  private found(filter: FeedFilter, terms: SearchTerms, actor: Actor, parameters: SqlParameters): string {
    const conditions = feedConditions(filter, actor, this.filters, parameters);
    const community = parameters.add(filter.communityId);
    return `SELECT i.id, ${terms.score(parameters)} AS score FROM ideas i JOIN idea_ranks r ON r.idea_id = i.id
      LEFT JOIN members a ON a.id = i.author_id
      WHERE i.community_id = ${community}::uuid AND i.status <> 'DRAFT' AND ${terms.condition(parameters)} AND ${conditions.join(' AND ')}`;
  }

  private async check(communityId: string, terms: readonly SearchTerm[]): Promise<Map<string, Checked>> {
    if (terms.length === 0) return new Map();
    const [community] = await this.database.query<{ locale: string }>(LANGUAGE, [communityId]);
    const words = [terms.map((term) => term.text), terms.map((term) => term.prefix)];
    const rows = await this.database.query<Checked>(CHECK, [communityId, ...words, stopWordsOf(community?.locale ?? '')]);
    return new Map(rows.map((row) => [row.word, row]));
  }

  /** For each mistyped word the nearest ones in use. */
  private async corrections(communityId: string, terms: readonly SearchTerm[]): Promise<Map<string, string[]>> {
    if (terms.length === 0) return new Map();
    const rows = await this.database.query<{ typed: string; plain: string; word: string; ideas: number }>(ALIKE, [
      communityId,
      terms.map((term) => term.text),
    ]);
    const groups = [...groupedBy(rows, (row) => row.typed)];
    return new Map(groups.map(([typed, known]) => [typed, nearestWords(known[0]!.plain, known, MOST_CORRECTIONS)]));
  }
}

const MOST_CORRECTIONS = 4;
/** Looking for neighbours takes some 20 ms a word; a search of ever more unknown words finds nothing anyway. */
const MOST_MISTYPED = 3;

/** Words that say nothing are left out, unless nothing else is asked. */
function withoutStopWords(clauses: readonly SearchClause[], checked: ReadonlyMap<string, Checked>): readonly SearchClause[] {
  const said = clauses.filter(({ terms }) => terms.some((term) => term.phrase || !checked.get(term.text)?.stop));
  return said.some((clause) => !clause.negated) ? said : clauses;
}

function corrected(clause: SearchClause, corrections: ReadonlyMap<string, string[]>): SearchClause {
  if (clause.negated) return clause;
  const terms = clause.terms.flatMap((term) => {
    const better = term.phrase ? undefined : corrections.get(term.text);
    return better?.length ? better.map((text) => ({ text, phrase: false, prefix: false })) : [term];
  });
  return { ...clause, terms };
}

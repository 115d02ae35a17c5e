import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Handlers } from '@fanfare/events';
import { groupedBy } from '@fanfare/graphql';
import { ReportedSubjects, ReviewItemsService, type ReviewSignal, ReviewSignals } from '@fanfare/moderation';
import { VotesReleased, VotesRuled, VotesSetAside } from './genuineness.events.js';
import { type RunRow, RunsQueries } from './runs.queries.js';

/** Whether votes wait that no moderator has ruled on: those of the run's people, wherever they were held. */
const UNRULED = `
  SELECT EXISTS (SELECT FROM vote_suspicions s JOIN votes v ON v.idea_id = s.idea_id AND v.member_id = s.member_id
    WHERE s.idea_id = $1 AND NOT EXISTS (SELECT FROM run_ruled_members r WHERE r.idea_id = s.run_idea_id AND r.member_id = s.member_id)) AS waits`;

const ELSEWHERE = 'SELECT DISTINCT idea_id AS id FROM vote_suspicions WHERE run_idea_id = $1 AND idea_id <> $1';

/**
 * People who came together for an idea: its moderators look, and `ruleOnRun` says what counts. Once nobody has to look at any, the item
 * closes, unless something else is open on it.
 */
@Injectable()
export class RunReviews {
  constructor(
    handlers: Handlers,
    signals: ReviewSignals,
    private readonly runs: RunsQueries,
    private readonly subjects: ReportedSubjects,
    private readonly items: ReviewItemsService,
  ) {
    handlers.on(VotesSetAside, 'genuineness.openReviews', (tx, event) => this.open(tx, event.subjectId!));
    handlers.on(VotesRuled, 'genuineness.closeRuled', (tx, event) => this.closeRuled(tx, event.subjectId!));
    handlers.on(VotesReleased, 'genuineness.closeReleased', (tx, event) => this.close(tx, event.subjectId!));
    signals.register('IDEA', (ids) => this.signalsOf(ids));
  }

  private async open(tx: Tx, ideaId: string): Promise<void> {
    const idea = await this.subjects.find(tx, ideaId);
    if (!idea || !(await waits(tx, ideaId))) return; // ruled on before the news came
    const { item, opened } = await this.items.openOrJoin(tx, idea);
    if (!opened) await this.items.tellChanged(tx, null, item);
  }

  /** A ruling is about the run: also where else its people's votes wait. */
  private async closeRuled(tx: Tx, cameFor: string): Promise<void> {
    const elsewhere = await rowsOf<{ id: string }>(tx, ELSEWHERE, [cameFor]);
    for (const id of [cameFor, ...elsewhere.map((idea) => idea.id)].sort()) await this.close(tx, id);
  }

  private async close(tx: Tx, ideaId: string): Promise<void> {
    if (!(await waits(tx, ideaId))) await this.items.closeIfIdle(tx, 'IDEA', ideaId);
  }

  private async signalsOf(ids: readonly string[]): Promise<Map<string, ReviewSignal[]>> {
    const held = (await this.runs.ofIdeas(ids)).filter((run) => run.held > 0);
    return new Map([...groupedBy(held, (run) => run.onIdeaId)].map(([id, runs]) => [id, runs.map(signalOf)]));
  }
}

async function waits(tx: Tx, ideaId: string): Promise<boolean> {
  return (await rowsOf<{ waits: boolean }>(tx, UNRULED, [ideaId]))[0]!.waits;
}

function signalOf({ together, expected, held, since }: RunRow): ReviewSignal {
  const [en, fr] = [new Intl.NumberFormat('en', { maximumFractionDigits: 1 }), new Intl.NumberFormat('fr', { maximumFractionDigits: 1 })];
  const words = {
    en: `${en.format(together)} accounts came together where ${en.format(expected)} would be usual; ${en.format(held)} of their votes here wait. Rule on the run beside the idea.`,
    fr: `${fr.format(together)} comptes sont venus ensemble, là où ${fr.format(expected)} seraient habituels ; ${fr.format(held)} de leurs votes attendent ici. À trancher à côté de l’idée.`,
  };
  return { code: 'RUN_SUSPECTED', at: since, words };
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { Handlers } from '@fanfare/events';
import { groupedBy } from '@fanfare/graphql';
import { ReportedSubjects, ReviewItemsService, type ReviewSignal, ReviewSignals } from '@fanfare/moderation';
import { VotesSetAside } from './genuineness.events.js';
import { type RunRow, RunsQueries } from './runs.queries.js';

/** People who came together for an idea: its moderators look, and `ruleOnRun` says what counts. */
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
    signals.register('IDEA', (ids) => this.signalsOf(ids));
  }

  private async open(tx: Tx, ideaId: string): Promise<void> {
    const idea = await this.subjects.find(tx, ideaId);
    if (!idea) return;
    const { item, opened } = await this.items.openOrJoin(tx, idea);
    if (!opened) await this.items.tellChanged(tx, null, item);
  }

  private async signalsOf(ids: readonly string[]): Promise<Map<string, ReviewSignal[]>> {
    const held = (await this.runs.ofIdeas(ids)).filter((run) => run.held > 0);
    return new Map([...groupedBy(held, (run) => run.onIdeaId)].map(([id, runs]) => [id, runs.map(signalOf)]));
  }
}

function signalOf({ together, expected, held, since }: RunRow): ReviewSignal {
  const [en, fr] = [new Intl.NumberFormat('en', { maximumFractionDigits: 1 }), new Intl.NumberFormat('fr', { maximumFractionDigits: 1 })];
  const words = {
    en: `${en.format(together)} accounts came together where ${en.format(expected)} would be usual; ${en.format(held)} of their votes here wait. Rule on the run beside the idea.`,
    fr: `${fr.format(together)} comptes sont venus ensemble, là où ${fr.format(expected)} seraient habituels ; ${fr.format(held)} de leurs votes attendent ici. À trancher à côté de l’idée.`,
  };
  return { code: 'RUN_SUSPECTED', at: since, words };
}

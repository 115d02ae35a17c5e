import { Injectable } from '@nestjs/common';
import type { ReviewSubjectKind } from '../moderation.enums.js';

/** What a machine noticed about a subject. It decides nothing. */
export interface ReviewSignal {
  /** Stable, in capitals: `RUN_SUSPECTED`. */
  readonly code: string;
  readonly at: Date | null;
  /** For people who decide, with the numbers it rests on. */
  readonly words: Readonly<Record<'en' | 'fr', string>>;
}

/** Signals about subjects of one kind, by subject. */
export type SignalSource = (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly ReviewSignal[]>>;

/** Where rooms say what they noticed about a kind of subjects. Rooms register in a constructor. */
@Injectable()
export class ReviewSignals {
  private readonly sources: { readonly kind: ReviewSubjectKind; readonly of: SignalSource }[] = [];

  register(kind: ReviewSubjectKind, of: SignalSource): void {
    this.sources.push({ kind, of });
  }

  /** All that is known, by subject. */
  async of(kind: ReviewSubjectKind, ids: readonly string[]): Promise<Map<string, ReviewSignal[]>> {
    const found = await Promise.all(this.sources.filter((source) => source.kind === kind).map(({ of }) => of(ids)));
    return new Map(ids.map((id) => [id, found.flatMap((signals) => [...(signals.get(id) ?? [])])]));
  }
}

import DataLoader from 'dataloader';
import type { RequestContext } from './request-context.js';

type Batch<K, V> = (keys: readonly K[], context: RequestContext) => Promise<ReadonlyMap<string, V>>;

/**
 * A batched edge. Declare one per edge in a room's loaders class; `of(context)` is the request's own DataLoader.
 *
 * @example readonly byId = new Loader((ids, context) => this.queries.byIds(ids, context.actor));
 */
export class Loader<V, K = string> {
  constructor(
    private readonly batch: Batch<K, V>,
    private readonly keyOf: (key: K) => string = String,
  ) {}

  /** The value of one key, or null; asked with every other key of the same tick. */
  load(context: RequestContext, key: K): Promise<V | null> {
    return this.of(context).load(key);
  }

  /** Puts a value that is already at hand, replacing what was loaded before (after a write, say). */
  prime(context: RequestContext, key: K, value: V | null): void {
    this.of(context).clear(key).prime(key, value);
  }

  /** Forgets what was loaded, for a field that is read again after a write in the same request. */
  clear(context: RequestContext, key: K): void {
    this.of(context).clear(key);
  }

  /** Forgets everything that was loaded, when a write may have changed more than one key. */
  forget(context: RequestContext): void {
    context.memo.delete(this);
  }

  private of(context: RequestContext): DataLoader<K, V | null, string> {
    return context.once(this, () => this.make(context));
  }

  private make(context: RequestContext): DataLoader<K, V | null, string> {
    return new DataLoader<K, V | null, string>(
      async (keys) => {
        const found = await this.batch(keys, context);
        return keys.map((key) => found.get(this.keyOf(key)) ?? null);
      },
      { cacheKeyFn: this.keyOf, maxBatchSize: 500 },
    );
  }
}

/** Rows by one of their fields, as loaders want them. */
export function keyedBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row> {
  return new Map(rows.map((row) => [key(row), row]));
}

/** Rows in groups, as loaders of lists want them. */
export function groupedBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  return Map.groupBy(rows, key);
}

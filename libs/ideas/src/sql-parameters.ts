/** Collects a statement's values and hands out their places, for SQL that is put together from named pieces. */
export class SqlParameters {
  readonly values: unknown[] = [];

  /** @returns the value's place, `$1` and so on */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Answers kept for a while, each made once however many ask at the same time; a failure is not kept. */
export class Kept<Value> {
  private readonly answers = new Map<string, { readonly since: number; readonly value: Promise<Value> }>();

  /**
   * @param stay milliseconds an answer is kept
   * @param most how many are kept; the oldest goes first
   */
  constructor(
    private readonly stay: number,
    private readonly most: number,
  ) {}

  /** @param now milliseconds since 1970 */
  get(name: string, now: number, make: () => Promise<Value>): Promise<Value> {
    const known = this.answers.get(name);
    if (known && now - known.since < this.stay) return known.value;
    const value = make();
    this.answers.delete(name);
    this.answers.set(name, { since: now, value });
    value.catch(() => this.answers.delete(name));
    const oldest = this.answers.keys().next().value;
    if (this.answers.size > this.most && oldest !== undefined) this.answers.delete(oldest);
    return value;
  }
}

/** Answers kept for a while, each made once however many ask at the same time; neither a failure nor what holds no longer is kept. */
export class Kept<Value, Mark = void> {
  private readonly answers = new Map<string, { readonly since: number; readonly mark: Mark; readonly value: Promise<Value> }>();

  /**
   * @param stay milliseconds an answer is kept
   * @param most how many are kept; the oldest goes first
   * @param holds whether an answer made when things stood like this still holds when they stand like that
   */
  constructor(
    private readonly stay: number,
    private readonly most: number,
    private readonly holds: (then: Mark, now: Mark) => boolean = () => true,
  ) {}

  /** @param now milliseconds since 1970 @param mark how things stand, as they did before `make` asks */
  get(name: string, now: number, mark: Mark, make: () => Promise<Value>): Promise<Value> {
    const known = this.answers.get(name);
    if (known && now - known.since < this.stay && this.holds(known.mark, mark)) return known.value;
    const value = make();
    const answer = { since: now, mark, value };
    this.answers.delete(name);
    this.answers.set(name, answer);
    value.catch(() => this.answers.get(name) === answer && this.answers.delete(name));
    const oldest = this.answers.keys().next().value;
    if (this.answers.size > this.most && oldest !== undefined) this.answers.delete(oldest);
    return value;
  }
}

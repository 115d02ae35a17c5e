/** A kind of event, declared once by the room that emits it. The payload holds ids and facts, never secrets or personal data. */
export interface EventType<Payload extends object = object> {
  readonly type: string;
  /** Only for the compiler: what the payload looks like. */
  readonly payload?: Payload;
}

/** What is said of a kind when it is declared. */
export interface EventTraits {
  /** Something staff did as such: the audit log of the community shows it, with who did it. */
  readonly staffAct?: boolean;
  /** An errand between our own handlers, of no worth once it is done: forgotten after a month. Everything else is kept for ever. */
  readonly passing?: boolean;
}

const declared = new Map<string, EventTraits>();

/**
 * Declares a kind of event: `export const IdeaSubmitted = declareEvent<{ category: string }>('idea.submitted')`.
 *
 * @param type `thing.happened`, past tense
 */
export function declareEvent<Payload extends object = Record<string, never>>(type: string, traits: EventTraits = {}): EventType<Payload> {
  declared.set(type, traits);
  return { type };
}

export function isDeclared(type: string): boolean {
  return declared.has(type);
}

/** Every kind that some room declares. Complete once all modules are loaded. */
export function declaredTypes(): readonly string[] {
  return [...declared.keys()];
}

/** The kinds that are acts of staff: what the audit log shows. */
export function staffActs(): readonly string[] {
  return [...declared].filter(([, traits]) => traits.staffAct).map(([type]) => type);
}

/** Whether a kind is an errand that is forgotten. */
export function isPassing(type: string): boolean {
  return declared.get(type)?.passing ?? false;
}

/** Whether a kind is an act of staff. */
export function isStaffAct(type: string): boolean {
  return declared.get(type)?.staffAct ?? false;
}

/** What the emitter says. */
export interface NewEvent<Payload extends object> {
  readonly communityId?: string | null;
  /** The account that acted, null for the system. */
  readonly actorId?: string | null;
  /** The thing it happened to: an idea, an account, a member … */
  readonly subjectId?: string | null;
  readonly payload: Payload;
  /** When it happened; now when left out. */
  readonly at?: Date;
}

/** What a handler reads. */
export interface RecordedEvent<Payload extends object = Record<string, unknown>> {
  readonly id: string;
  readonly type: string;
  readonly communityId: string | null;
  readonly actorId: string | null;
  readonly subjectId: string | null;
  readonly payload: Payload;
  readonly occurredAt: Date;
}

/** Renders messages that `build/words.mjs` compiled. No parser, no dependency. */

export type Part = string | readonly [kind: string, ...rest: never[]];
export type Message = string | readonly Part[];

type Options = Record<string, Message>;
type Packed = readonly [kind: string, name: string, a: never, b: never, c: never];

/** What a message can hold: `Node` is the type of rendered pieces, e.g. a React node. */
export type Value<Node> = string | number | boolean | Date | null | undefined | Node | ((children: Node[]) => Node);
export type Values<Node> = Readonly<Record<string, Value<Node>>>;

interface Place<Node> {
  locale: string;
  values: Values<Node>;
  /** What `#` stands for. */
  count?: number;
}

/** The pieces of a message in order; neighbouring texts are not joined. */
export function formatPieces<Node>(message: Message, place: Place<Node>): (string | Node)[] {
  if (typeof message === 'string') return [message];
  const pieces = message.flatMap((part) => (typeof part === 'string' ? [part] : formatPart(part as unknown as Packed, place)));
  return place.locale.startsWith('fr') ? pieces.map((piece, at) => elided(piece, pieces[at + 1])) : pieces;
}

/** « de » and « que » before a name that begins with a vowel: « d’Élivane ». Before an h some do and some do not: it stays. */
const BEFORE_A_NAME = /(?<![\p{L}\d])(d|qu)e $/iu;
const A_VOWEL = /^[aeiouàâäéèêëîïôöùûüœæ]/i;

function elided<Node>(piece: string | Node, next: string | Node | undefined): string | Node {
  return typeof piece === 'string' && typeof next === 'string' && A_VOWEL.test(next) ? piece.replace(BEFORE_A_NAME, '$1’') : piece;
}

/** A message whose values are plain. */
export function formatText(message: Message, locale: string, values: Values<string> = {}): string {
  return formatPieces<string>(message, { locale, values }).join('');
}

function formatPart<Node>(part: Packed, place: Place<Node>): (string | Node)[] {
  const [kind, name, a, b, c] = part;
  const value = place.values[name];
  switch (kind) {
    case '#': return [numberFormat(place.locale).format(place.count ?? 0)];
    case 'n': return [numberFormat(place.locale, (a as Intl.NumberFormatOptions | 0) || undefined).format(Number(value))];
    case 'd': return [dateFormat(place.locale, { dateStyle: a, timeZone: 'UTC' }).format(value as Date)];
    case 't': return [dateFormat(place.locale, { timeStyle: a, timeZone: 'UTC' }).format(value as Date)];
    case 's': return formatPieces(choose(a, String(value)), place);
    case 'p': return formatPlural(a, Number(value), b, c ? 'ordinal' : 'cardinal', place);
    case 'x': return [(value as (children: unknown[]) => Node)(formatPieces(a, place))];
    default: return [asPiece(value, place.locale)];
  }
}

function formatPlural<Node>(options: Options, value: number, offset: number, type: Intl.PluralRuleType, place: Place<Node>) {
  const count = value - (offset ?? 0);
  const chosen = options[`=${value}`] ?? choose(options, pluralRules(place.locale, type).select(count));
  return formatPieces<Node>(chosen, { ...place, count });
}

function choose(options: Options, key: string): Message {
  return options[key] ?? options.other ?? '';
}

function asPiece<Node>(value: Value<Node>, locale: string): string | Node {
  if (typeof value === 'number') return numberFormat(locale).format(value);
  return (value ?? '') as string | Node;
}

const formats = new Map<string, unknown>();

function cached<T>(key: string, make: () => T): T {
  if (!formats.has(key)) formats.set(key, make());
  return formats.get(key) as T;
}

interface Format<Value> {
  format(value: Value): string;
}

/** With a minus where `Intl` has a hyphen. */
export function numberFormat(locale: string, options?: Intl.NumberFormatOptions): Format<number> {
  return cached(`n ${locale} ${JSON.stringify(options)}`, () => {
    const plain = new Intl.NumberFormat(locale, options);
    return { format: (value: number) => plain.format(value).replace(/^-/, '\u2212') };
  });
}

/** The first of a month is « 1er » in French, which `Intl` does not know. */
export function dateFormat(locale: string, options?: Intl.DateTimeFormatOptions): Format<Date> {
  return cached(`d ${locale} ${JSON.stringify(options)}`, () => {
    const plain = new Intl.DateTimeFormat(locale, options);
    return locale.startsWith('fr') ? { format: (value: Date) => plain.format(value).replace(/(?<!\d)1 (?=\p{L})/u, '1er ') } : plain;
  });
}

export function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  return cached(`r ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
}

function pluralRules(locale: string, type: Intl.PluralRuleType): Intl.PluralRules {
  return cached(`p ${locale} ${type}`, () => new Intl.PluralRules(locale, { type }));
}

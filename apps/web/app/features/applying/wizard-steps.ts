import type { CallFull } from '../recruitment/recruitment.server';

type Question = CallFull['questions'][number];

/** One page of an application. `you`: who applies; then the questions, a few at a time; where people find them; a last look. */
export type Step =
  | { readonly kind: 'you' }
  | { readonly kind: 'questions'; readonly part: number; readonly parts: number; readonly questions: readonly Question[] }
  | { readonly kind: 'reach' }
  | { readonly kind: 'review' };

/** More than this on one page reads like a form of an office. */
const MOST_ON_A_PAGE = 3;

/** The pages of an application: the questions are spread evenly. */
export function stepsOf(questions: readonly Question[]): readonly Step[] {
  const parts = Math.ceil(questions.length / MOST_ON_A_PAGE);
  const size = parts === 0 ? 0 : Math.ceil(questions.length / parts);
  const pages = Array.from({ length: parts }, (_, part) => ({ kind: 'questions', part: part + 1, parts, questions: questions.slice(part * size, (part + 1) * size) }) as const);
  return [{ kind: 'you' }, ...pages, { kind: 'reach' }, { kind: 'review' }];
}

/** Which page the address names; without one, where its author left off. From 0. */
export function stepAt(asked: string | null, left: number, count: number): number {
  const wanted = asked !== null && /^\d{1,2}$/.test(asked) ? Number(asked) - 1 : left;
  return Math.min(Math.max(wanted, 0), count - 1);
}

/** Whether a text is an address as the API takes it. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password && url.hostname.includes('.');
}

/** "example.org/me" is what people type: they mean the web. */
export function completed(text: string): string {
  const typed = text.trim();
  return typed === '' || /^[a-z][a-z\d+.-]*:/i.test(typed) || !typed.includes('.') ? typed : `https://${typed}`;
}

/** Whether an answer can be kept as it is: an address that is none yet cannot. */
export function fits({ kind }: Pick<Question, 'kind'>, answer: string): boolean {
  return answer === '' || kind === 'TEXT' || kind === 'CHOICE' || isWebAddress(answer);
}

/** Questions that need an answer before it can be handed in. */
export function unanswered(questions: readonly Question[], answers: Readonly<Record<string, string>>): readonly Question[] {
  return questions.filter((question) => {
    const answer = (answers[question.id] ?? '').trim();
    return (question.required && answer === '') || !fits(question, answer);
  });
}

/** Whether an address lies on a page that was proved: as the API says it once it is kept. */
export function isProvedBy(url: string, sites: readonly string[]): boolean {
  const asked = addressOf(url);
  return asked !== null && sites.some((site) => {
    const base = addressOf(site);
    return base !== null && (asked === base || asked.startsWith(`${base}/`));
  });
}

function addressOf(text: string): string | null {
  const url = URL.parse(/^https?:/i.test(text) ? text : `https://${text}`);
  return url && `${url.hostname.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}`;
}

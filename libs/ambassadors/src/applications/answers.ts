import { cleanLine, cleanText, Problem } from '@fanfare/kernel';
import type { QuestionRow } from '../calls/call.row.js';
import type { AnswerRow, DeclaredChannel } from './application.row.js';

export interface GivenAnswer {
  readonly question: string;
  readonly answer: string;
}

const MOST_CHANNELS = 10;
const MOST_FOLLOWERS = 2_000_000_000;

/**
 * Answers made fit to keep, by question; an empty one takes it back.
 *
 * @throws Problem `NOT_FOUND` (another call's question), `TOO_LONG`, `INVALID_INPUT` with the `question`
 */
export function cleanAnswers(questions: readonly QuestionRow[], given: readonly GivenAnswer[]): Map<string, string> {
  return new Map(given.map(({ question, answer }) => {
    const asked = questions.find(({ id }) => id === question.toLowerCase());
    if (!asked) throw new Problem('NOT_FOUND', { what: 'question' });
    return [asked.id, cleanAnswer(asked, answer)] as const;
  }));
}

function cleanAnswer(question: QuestionRow, answer: string): string {
  const text = cleanText('answer', answer, { min: 0, max: question.maxLength });
  if (text === '') return '';
  const fits = question.kind === 'TEXT' || (question.kind === 'CHOICE' ? question.choices.includes(text) : isWebAddress(text));
  if (!fits) throw new Problem('INVALID_INPUT', { field: 'answer', question: question.id });
  return text;
}

/** What was written in one's own words, in the order of the questions: links and choices are none. */
export function wordsOf(questions: readonly QuestionRow[], answers: readonly Pick<AnswerRow, 'questionId' | 'answer'>[]): string {
  const written = questions.filter(({ kind }) => kind === 'TEXT').map(({ id }) => answers.find(({ questionId }) => questionId === id)?.answer ?? '');
  return written.filter(Boolean).join('\n\n');
}

/** @throws Problem `APPLICATION_INCOMPLETE` with the first `question` that lacks its answer */
export function requireComplete(questions: readonly QuestionRow[], answers: ReadonlyMap<string, string>): void {
  const missing = questions.find(({ id, required }) => required && !answers.get(id));
  if (missing) throw new Problem('APPLICATION_INCOMPLETE', { question: missing.id, position: missing.position + 1 });
}

/** @throws Problem `INVALID_INPUT`, `TOO_LONG`, `EMPTY_TEXT` */
export function cleanReach(channels: readonly DeclaredChannel[]): DeclaredChannel[] {
  if (channels.length > MOST_CHANNELS) throw new Problem('INVALID_INPUT', { field: 'reach', max: MOST_CHANNELS });
  return channels.map(({ channel, url, followers }) => {
    if (!Number.isInteger(followers) || followers < 0 || followers > MOST_FOLLOWERS) throw new Problem('INVALID_INPUT', { field: 'followers' });
    if (!isWebAddress(url.trim())) throw new Problem('INVALID_INPUT', { field: 'url' });
    return { channel: cleanLine('channel', channel, { max: 60 }), url: cleanLine('url', url, { max: 500 }), followers };
  });
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password && url.hostname.includes('.');
}

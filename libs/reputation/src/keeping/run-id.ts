import { isId, Problem } from '@fanfare/kernel';

/** Which run: the idea that its members came for, and the first of their votes for it. */
export interface RunKey {
  readonly ideaId: string;
  readonly beganAt: Date;
}

/** A run's name in the API. */
export function runId({ ideaId, beganAt }: RunKey): string {
  return `${ideaId}_${beganAt.getTime()}`;
}

/** What a run's name says. @throws Problem `NOT_FOUND` where it is none */
export function parseRunId(id: string): RunKey {
  const [ideaId = '', time = ''] = id.split('_');
  const beganAt = new Date(/^\d{1,14}$/.test(time) ? Number(time) : NaN);
  if (!isId(ideaId) || Number.isNaN(beganAt.getTime())) throw new Problem('NOT_FOUND', { what: 'run' });
  return { ideaId: ideaId.toLowerCase(), beganAt };
}

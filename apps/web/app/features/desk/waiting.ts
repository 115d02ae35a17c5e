import type { IdeaStatus } from '~/graphql/generated/documents';

const DAY = 86_400_000;

interface Waiting {
  readonly status: IdeaStatus;
  readonly waitingSince: string | null;
  readonly rung: object | null;
  readonly nextRung: object | null;
}

/** Why an idea waits: it completed the ladder, was put under review, or was posted and nobody answered; null when it does not wait. */
export function waitOf({ status, waitingSince, rung, nextRung }: Waiting, now: number): { kind: 'ladder' | 'review' | 'open'; days: number } | null {
  if (!waitingSince) return null;
  const days = Math.max(0, Math.floor((now - Date.parse(waitingSince)) / DAY));
  if (rung && !nextRung) return { kind: 'ladder', days };
  return { kind: status === 'UNDER_REVIEW' ? 'review' : 'open', days };
}

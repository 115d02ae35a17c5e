import type { ProblemFacts } from '~/data/problem';
import { problemText } from '~/i18n/problems';
import type { Translator } from '~/i18n/translator';

const AN_HOUR_SECONDS = 3_600;

/** Why a picture was refused, with the numbers that help. */
export function pictureProblemText(t: Translator, problem: ProblemFacts): string {
  const { maxBytes, maxPixels, minSide, retryAfterSeconds } = problem.params;
  if (problem.code === 'PICTURE_TOO_LARGE' && maxBytes) return t('media.tooLarge', { megabytes: Math.floor(Number(maxBytes) / 1e6) });
  if (problem.code === 'PICTURE_TOO_LARGE' && maxPixels) return t('media.tooManyPixels', { megapixels: Math.floor(Number(maxPixels) / 1e6) });
  if (problem.code === 'PICTURE_TOO_SMALL' && minSide) return t('media.tooSmall', { pixels: Number(minSide) });
  if (problem.code === 'TOO_MANY_ATTEMPTS' && retryAfterSeconds) return t('media.tooManyToday', { hours: Math.ceil(Number(retryAfterSeconds) / AN_HOUR_SECONDS) });
  return problemText(t, problem);
}

import type { CreateCommunityInput } from '~/graphql/generated/documents';
import { categoriesInput, type CommunityDraft, ladderInput } from './community-draft';

export const STEPS = ['name', 'look', 'texts', 'ladder', 'team'] as const;
export type Step = (typeof STEPS)[number];

/** The step of an address; the first one for what is none. */
export function parseStep(search: URLSearchParams): Step {
  const asked = search.get('step');
  return STEPS.find((step) => step === asked) ?? 'name';
}

export function stepPath(step: Step): string {
  return step === 'name' ? '/new-community' : `/new-community?step=${step}`;
}

export function stepAfter(step: Step): Step | null {
  return STEPS[STEPS.indexOf(step) + 1] ?? null;
}

export function stepBefore(step: Step): Step | null {
  return STEPS[STEPS.indexOf(step) - 1] ?? null;
}

const ADDRESS = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const COLOUR = /^#[0-9a-f]{6}$/i;

/** Whether a step says all it must; the server has the last word. */
export function isStepDone(step: Step, draft: CommunityDraft): boolean {
  switch (step) {
    case 'name': return draft.name.trim() !== '' && ADDRESS.test(draft.slug);
    case 'look': return COLOUR.test(draft.look.accent);
    case 'texts': return draft.terms.trim() !== '' && /^\d{1,2}$/.test(draft.minAge);
    case 'ladder': return ladderInput(draft.ladder) !== null;
    case 'team': return true;
  }
}

/** The first step that still lacks something, or null when the community can be made. */
export function firstOpenStep(draft: CommunityDraft): Step | null {
  return STEPS.find((step) => !isStepDone(step, draft)) ?? null;
}

/** What is sent to make the community. Call it when no step is open. */
export function createInput(draft: CommunityDraft): CreateCommunityInput {
  const { name, slug, locale, tagline, look, guidelines, terms, minAge, categories, ladder, idempotencyKey } = draft;
  return {
    name: name.trim(),
    slug,
    locale,
    tagline,
    theme: look,
    guidelines,
    terms,
    minAge: Number(minAge),
    categories: categoriesInput(categories),
    ladder: ladderInput(ladder),
    idempotencyKey,
  };
}

const KEPT = 'fanfare.new-community';

/** The browser's copy of what was filled in, so that a reload or a closed tab loses nothing. */
export const keptWizard = {
  read(): CommunityDraft | null {
    try {
      return parseKept(localStorage.getItem(KEPT));
    } catch {
      return null;
    }
  },
  write(draft: CommunityDraft): void {
    try {
      localStorage.setItem(KEPT, JSON.stringify(draft));
    } catch {
      // Full or forbidden: what stands on the screen is then all there is.
    }
  },
  drop(): void {
    try {
      localStorage.removeItem(KEPT);
    } catch {
      // Nothing was kept.
    }
  },
};

/** A kept draft; null for nothing, and for what an older version or a stranger wrote. */
export function parseKept(text: string | null): CommunityDraft | null {
  if (!text) return null;
  const found = JSON.parse(text) as Partial<CommunityDraft>;
  const texts = [found.idempotencyKey, found.name, found.slug, found.locale, found.tagline, found.guidelines, found.terms, found.minAge];
  const lists = [found.categories, found.ladder, found.invitations];
  const fits = texts.every((value) => typeof value === 'string') && lists.every(Array.isArray) && typeof found.look?.accent === 'string';
  return fits ? (found as CommunityDraft) : null;
}

import type { DecidedSubjectFragment, ReviewSubjectKind } from '~/graphql/generated/documents';
import { circlePath, creationPath, ideaPath, memberPath } from '../paths';

/** Of a decision: what it is about. */
export type Subject = DecidedSubjectFragment & { readonly subjectKind: ReviewSubjectKind };

/** Where what was decided about stands, and what it is called; null where the reader may not see it. */
export function subjectLink(slug: string, subject: Subject['subject']): { to: string; title: string } | null {
  switch (subject?.__typename) {
    case 'Idea': return { to: ideaPath(slug, subject), title: subject.title };
    case 'Comment': return { to: `${ideaPath(slug, subject.idea)}#comment-${subject.id}`, title: subject.idea.title };
    case 'Creation': return { to: creationPath(slug, subject), title: subject.title };
    case 'CreationResponse': return { to: `${creationPath(slug, subject.creation)}#response-${subject.id}`, title: subject.creation.title };
    case 'CirclePost': return { to: circlePath(slug, subject.circle.slug, `?post=${subject.id}`), title: subject.circle.name };
    case 'Member': return { to: memberPath(slug, subject.handle), title: subject.displayName };
    default: return null;
  }
}

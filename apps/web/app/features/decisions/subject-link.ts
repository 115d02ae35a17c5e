import { circlePath, creationPath, ideaPath, memberPath } from '../paths';
import type { FullDecision } from './decision.server';

/** Where what was decided about stands, and what it is called; null where the reader may not see it. */
export function subjectLink(slug: string, subject: FullDecision['subject']): { to: string; title: string } | null {
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

/**
 * Writes what the web app derives from other files: typed GraphQL documents and compiled catalogues.
 * Runs before every build and typecheck: `node apps/web/codegen.mjs`.
 */
import { writeDocuments } from './build/documents.mjs';
import { writeWords } from './build/words.mjs';

await Promise.all([writeDocuments(), writeWords()]);

export * from './evidence.events.js';
export * from './evidence.kinds.js';
export { EvidenceLoaders } from './evidence.loaders.js';
export { EvidenceMarkModel, EvidenceModel } from './evidence.model.js';
export { EvidenceQueries } from './evidence.queries.js';
export type { EvidenceRow } from './evidence.row.js';
export { type BrandProof, EvidenceService, type OwnProof } from './evidence.service.js';
export { LinkedAccountsService } from './links/linked-accounts.service.js';
export { IdentityModule } from './identity.module.js';

import { AuditEntryCallResolver, CallFieldsResolver, CallViewerResolver, CommunityCallsResolver } from './call.fields.resolver.js';
import { CallWindows } from './call-windows.js';
import { CallsQueries } from './calls.queries.js';
import { CallsResolver } from './calls.resolver.js';
import { CallsService } from './calls.service.js';

export const CALLS = [CallsQueries, CallsService, CallWindows, CallsResolver, CallFieldsResolver, CallViewerResolver, CommunityCallsResolver, AuditEntryCallResolver];

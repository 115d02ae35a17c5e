import { CommunityNumbersResolver } from './numbers.resolver.js';
import { NumbersService } from './numbers.service.js';

/** What became of it all, counted. */
export const NUMBERS = [NumbersService, CommunityNumbersResolver];

import { declareEvent } from '@fanfare/events';

/** Subject: the community, whose votes have changed since they were last judged, or whose night has come. */
export const GenuinenessDue = declareEvent<{ full: boolean }>('genuineness.due');

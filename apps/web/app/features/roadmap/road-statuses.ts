/** What a roadmap shows, in this order. */
export const ROAD_STATUSES = ['PLANNED', 'IN_PROGRESS', 'DELIVERED'] as const;
export type RoadStatus = (typeof ROAD_STATUSES)[number];

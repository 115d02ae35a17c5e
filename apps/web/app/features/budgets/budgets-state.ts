import type { DeliveriesQuery, DeliveryState } from '~/graphql/generated/documents';

export const DELIVERY_STATES = ['OWED', 'SENT', 'RECEIVED', 'RETURNED'] as const satisfies readonly DeliveryState[];
export type DeliveryTab = (typeof DELIVERY_STATES)[number];

export type Deliveries = NonNullable<NonNullable<DeliveriesQuery['community']>['perkDeliveries']>;
export type Delivery = Deliveries['nodes'][number];

/** What the address asks for: what waits to be sent where it asks for nothing. */
export function parseDeliveries(params: URLSearchParams): DeliveryTab {
  return DELIVERY_STATES.find((state) => state === params.get('state')) ?? 'OWED';
}

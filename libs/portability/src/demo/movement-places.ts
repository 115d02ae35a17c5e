/** Where everybody and everything of a demo community is, for its movement. */
export interface MovementPlaces {
  readonly communityId: string;
  readonly locale: 'en' | 'fr';
  /** By handle. */
  readonly members: ReadonlyMap<string, string>;
  /** By handle. */
  readonly accounts: ReadonlyMap<string, string>;
  /** By slug. */
  readonly circles: ReadonlyMap<string, string>;
  /** Who runs the programme. */
  readonly brand: { readonly memberId: string; readonly accountId: string };
  /** The account of who decides appeals. */
  readonly moderator: string;
}

/** One proof about somebody of the demo. The pages end in `.example`, which nobody owns and nothing looks at. */
export interface DemoProof {
  readonly handle: string;
  readonly daysAgo: number;
  /** They show it on their profile. */
  readonly shown?: boolean;
  readonly proof:
    | { readonly kind: 'WEBSITE'; readonly page: string }
    | { readonly kind: 'LINKED_ACCOUNT'; readonly provider: string }
    /** Redeemed from one of the community's batches. */
    | { readonly kind: 'PURCHASE'; readonly batch: string }
    | { readonly kind: 'REAL_NAME'; readonly by: 'OWNER' | 'BRAND_MANAGER' | 'MODERATOR'; readonly note: string };
}

export interface DemoEvidence {
  /** Codes that the brand brought, and how many. */
  readonly batches: readonly { readonly label: string; readonly codes: number; readonly daysAgo: number }[];
  readonly proofs: readonly DemoProof[];
  /** Codes that visitors may redeem. */
  readonly playable: { readonly label: string; readonly codes: readonly string[] };
}

export const demoEvidence: Readonly<Record<string, DemoEvidence>> = {
  brindlebrick: {
    batches: [
      { label: 'Harbour Lighthouse, first edition', codes: 240, daysAgo: 190 },
      { label: 'Club catalogue, spring', codes: 60, daysAgo: 75 },
    ],
    proofs: [
      { handle: 'pieter_v', daysAgo: 210, shown: true, proof: { kind: 'WEBSITE', page: 'https://bridges-on-carpet.example/' } },
      { handle: 'pieter_v', daysAgo: 122, shown: true, proof: { kind: 'REAL_NAME', by: 'BRAND_MANAGER', note: 'Gave a talk at our builders’ day in Ghent; I introduced him on stage.' } },
      { handle: 'mei_lin', daysAgo: 180, shown: true, proof: { kind: 'WEBSITE', page: 'https://tiny-shops.example/about' } },
      { handle: 'mei_lin', daysAgo: 160, proof: { kind: 'PURCHASE', batch: 'Harbour Lighthouse, first edition' } },
      { handle: 'gus_farrow', daysAgo: 200, proof: { kind: 'LINKED_ACCOUNT', provider: 'Codeberg' } },
      { handle: 'gus_farrow', daysAgo: 171, shown: true, proof: { kind: 'PURCHASE', batch: 'Harbour Lighthouse, first edition' } },
      { handle: 'captain_bello', daysAgo: 150, shown: true, proof: { kind: 'LINKED_ACCOUNT', provider: 'ORCID' } },
      { handle: 'captain_bello', daysAgo: 149, shown: true, proof: { kind: 'REAL_NAME', by: 'OWNER', note: 'We met on his ferry, long before there was a lighthouse set.' } },
      { handle: 'yuki_trains', daysAgo: 130, shown: true, proof: { kind: 'WEBSITE', page: 'https://branch-line.example/yuki' } },
      { handle: 'stopmotion_sid', daysAgo: 66, shown: true, proof: { kind: 'WEBSITE', page: 'https://twelve-frames.example/' } },
      { handle: 'ines_moc', daysAgo: 94, proof: { kind: 'LINKED_ACCOUNT', provider: 'Codeberg' } },
      { handle: 'carla_spares', daysAgo: 58, shown: true, proof: { kind: 'WEBSITE', page: 'https://last-hinge.example/' } },
      { handle: 'carla_spares', daysAgo: 51, proof: { kind: 'PURCHASE', batch: 'Club catalogue, spring' } },
      { handle: 'nanna_pem', daysAgo: 70, shown: true, proof: { kind: 'PURCHASE', batch: 'Club catalogue, spring' } },
      { handle: 'teacher_tam', daysAgo: 64, proof: { kind: 'PURCHASE', batch: 'Club catalogue, spring' } },
    ],
    playable: { label: 'Harbour Lighthouse', codes: ['HARBOUR-LIGHT-01', 'HARBOUR-LIGHT-02', 'HARBOUR-LIGHT-03'] },
  },
  elivane: {
    batches: [
      { label: 'Brise, livraisons de l’automne', codes: 180, daysAgo: 205 },
      { label: 'Rive, série de lancement', codes: 45, daysAgo: 88 },
    ],
    proofs: [
      { handle: 'capucine_r', daysAgo: 220, shown: true, proof: { kind: 'WEBSITE', page: 'https://lyon-sans-parking.example/' } },
      { handle: 'capucine_r', daysAgo: 80, shown: true, proof: { kind: 'PURCHASE', batch: 'Rive, série de lancement' } },
      { handle: 'bastien_lm', daysAgo: 140, shown: true, proof: { kind: 'LINKED_ACCOUNT', provider: 'FranceConnect' } },
      { handle: 'garage_mado', daysAgo: 196, shown: true, proof: { kind: 'WEBSITE', page: 'https://garage-mado.example/' } },
      { handle: 'garage_mado', daysAgo: 118, shown: true, proof: { kind: 'REAL_NAME', by: 'BRAND_MANAGER', note: 'Son garage entretient nos voitures de prêt depuis six ans.' } },
      { handle: 'youssef_b', daysAgo: 170, proof: { kind: 'LINKED_ACCOUNT', provider: 'Codeberg' } },
      { handle: 'youssef_b', daysAgo: 168, shown: true, proof: { kind: 'PURCHASE', batch: 'Brise, livraisons de l’automne' } },
      { handle: 'remi_t', daysAgo: 102, shown: true, proof: { kind: 'WEBSITE', page: 'https://notes-de-version.example/a-propos' } },
      { handle: 'oncle_paul', daysAgo: 155, shown: true, proof: { kind: 'WEBSITE', page: 'https://essais-de-paul.example/' } },
      { handle: 'oncle_paul', daysAgo: 90, shown: true, proof: { kind: 'REAL_NAME', by: 'OWNER', note: 'Il a essayé nos prototypes ; je lui ai serré la main plus d’une fois.' } },
      { handle: 'octave_l', daysAgo: 61, proof: { kind: 'LINKED_ACCOUNT', provider: 'Codeberg' } },
      { handle: 'octave_l', daysAgo: 60, proof: { kind: 'PURCHASE', batch: 'Rive, série de lancement' } },
      { handle: 'prof_joule', daysAgo: 112, shown: true, proof: { kind: 'WEBSITE', page: 'https://prof-joule.example/' } },
      { handle: 'sandrine_v', daysAgo: 133, shown: true, proof: { kind: 'PURCHASE', batch: 'Brise, livraisons de l’automne' } },
      { handle: 'mehdi_s', daysAgo: 95, proof: { kind: 'PURCHASE', batch: 'Brise, livraisons de l’automne' } },
    ],
    playable: { label: 'Brise', codes: ['BRISE-VERT-LAC-01', 'BRISE-VERT-LAC-02', 'BRISE-VERT-LAC-03'] },
  },
};

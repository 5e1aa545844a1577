/** How much a seed holds. Every supervisor has campaigns in every state; the large ones are for trying how the program carries them. */
export interface SeedSize {
  supervisors: number;
  contactsEach: number;
  campaignsEach: number;
  /** Calls up at most, of each supervisor and of the system. */
  userLimit: number;
  systemLimit: number;
  /** Whether past calls have words. */
  conversations: boolean;
}

export const SIZES: Readonly<Record<string, SeedSize>> = {
  demo: { supervisors: 3, contactsEach: 240, campaignsEach: 6, userLimit: 4, systemLimit: 10, conversations: true },
  // Days of many calls, for whoever looks at figures.
  history: { supervisors: 3, contactsEach: 1_800, campaignsEach: 6, userLimit: 4, systemLimit: 10, conversations: true },
  '100k': { supervisors: 10, contactsEach: 10_000, campaignsEach: 6, userLimit: 4, systemLimit: 20, conversations: false },
  '1m': { supervisors: 50, contactsEach: 20_000, campaignsEach: 6, userLimit: 4, systemLimit: 100, conversations: false },
  // One list as long as all of those together, for whoever looks at the screens.
  list: { supervisors: 1, contactsEach: 1_000_000, campaignsEach: 0, userLimit: 4, systemLimit: 10, conversations: false },
};

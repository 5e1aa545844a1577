/** The parts of the interface, in the order in which a person needs them, each with what it is for. */
export const TAGS: readonly { name: string; description: string }[] = [
  { name: 'auth', description: 'Who one is: logging in, the first admin, one’s own password, and the way back in.' },
  { name: 'access', description: 'Tokens for scripts, and where and to whom this interface answers.' },
  { name: 'campaigns', description: 'Campaigns: made from contacts or a file, started, paused, changed, called again and ended.' },
  {
    name: 'call queue',
    description:
      'The queue by hand, in words of its own: an item is pending, in-progress, completed, failed or canceled; skipped is told as canceled.',
  },
  {
    name: 'queue',
    description: 'Who waits, in which order, until when and why, in the words of the rest: queued, processing, skipped, cancelled.',
  },
  { name: 'contacts', description: 'The people to call. Everyone has their own, admins too.' },
  { name: 'imports', description: 'Files that are taken in: checked, written whole or not at all, and taken back.' },
  { name: 'calls', description: 'Calls with their stages, recordings and transcripts, and the deliveries that told them.' },
  { name: 'agents', description: 'The voices that speak: which agent of which provider, from which number.' },
  { name: 'live', description: 'What changes, as it changes, and the board for the wall.' },
  { name: 'analytics', description: 'Figures over time, by campaign, agent and person, and the calls behind them.' },
  { name: 'compliance', description: 'What forbids a call: the do-not-call list and the holidays of the installation.' },
  { name: 'notices', description: 'What a person must be told and a reload must not lose.' },
  { name: 'settings', description: 'How it dials, within which limits, through which provider, and how deliveries come in.' },
  { name: 'users', description: 'The people who use the program, for admins.' },
  { name: 'data', description: 'Where the data lies, copies of it, and what a report of a fault needs, for admins.' },
];

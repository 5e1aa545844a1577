/** The command palette: one field that leads everywhere. */
export const palette = {
  open: 'Search',
  shortcut: (mac: boolean) => (mac ? '⌘K' : 'Ctrl K'),
  title: 'Search and go',
  placeholder: 'A campaign, a person, a number, or where to go',
  list: 'What was found',
  groups: { go: 'Go to', do: 'Do', campaigns: 'Campaigns', contacts: 'Contacts' },
  newCampaign: 'New campaign',
  chooseFile: 'Choose a CSV file for a campaign',
  nothing: (text: string) => `Nothing is called “${text}”.`,
  keys: '↑ ↓ to choose · Enter to open · Esc to close',
  failed: 'Campaigns and people cannot be searched while there is no connection.',
} as const;

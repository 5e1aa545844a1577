/** What went wrong between the page and the engine. What the engine refuses comes with its own sentence. */
export const faults = {
  notReached: 'Ringmaster cannot be reached. It goes on as soon as the connection is back.',
  brokeOff: 'The connection broke before the answer came. Look whether it was done before you do it again.',
  ownMistake: 'This screen made a mistake. Reload the page; your campaigns are not affected.',
  enginesMistake: 'Ringmaster made a mistake and wrote it into its log. Try again; if it comes back, send us the log.',
  fileNotSent: 'The file did not arrive. Check that Ringmaster is running, then take the file again.',
  fileNotFetched: 'The file could not be fetched. Check that Ringmaster is running, then try again.',
  /** Above every screen, while the line is down. */
  offline: 'No connection to Ringmaster. What you see is how it was; calls go on without this screen.',
  connecting: 'Connecting to Ringmaster',
  /** In place of a screen that broke. */
  screenBroke: 'This screen broke',
  screenBrokeHelp: 'Your campaigns go on as they were. Reload the page to see them.',
  reload: 'Reload',
} as const;

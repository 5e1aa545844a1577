/** Words that more than one screen says. */
export const common = {
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  loading: 'Loading',
  nothing: '—',
} as const;

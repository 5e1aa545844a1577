/** What the desktop program tells, and how it behaves. */
export const notices = {
  intro: 'What this computer tells you while you look at something else. They are yours alone, and end when you sign out.',
  saved: 'What you are told',
  inBrowser: 'These are for the desktop program. In a browser you see the same on the screens.',
  what: 'Tell me',
  completed: 'A campaign is completed',
  completedHelp: 'With how many calls went well.',
  paused: 'A campaign stands still',
  pausedHelp: 'It was paused because its calls fail, its end date passed, or it cannot call; with the reason.',
  connection: 'Telephony or the webhook tunnel is down',
  connectionHelp: 'And when it is back.',
  imported: 'An import is finished',
  importedHelp: 'With how many people were taken in and how many rows were left out.',
  callback: 'A callback is coming up',
  callbackHelp: 'Five minutes before.',
  hours: 'Quiet hours',
  isQuiet: 'Tell me nothing between',
  isQuietHelp: 'By the clock of this computer, over midnight too. Campaigns go on as ever.',
  quietFrom: 'From',
  quietTo: 'To',
  aTime: 'Write the time as HH:MM.',
} as const;

export const desktop = {
  intro: 'How the desktop program behaves on this computer, whoever is signed in.',
  saved: 'The desktop program',
  inBrowser: 'These are for the desktop program. Here, in a browser, they change nothing.',
  window: 'Start and end',
  openAtLogin: 'Start when I sign in to this computer',
  openAtLoginHelp: 'It waits in the tray, without its window, and calls as soon as a campaign may.',
  keepInTray: 'Keep dialing when the window is closed',
  keepInTrayHelp: 'The program stays in the tray. Off: closing the window quits, and asks first while calls are up.',
  updates: 'Updates',
  updateFeed: 'Where updates are looked for',
  updateFeedHelp:
    'The folder of the packages, behind https. Empty: nowhere. You are asked before anything is fetched or installed, and never while a campaign may call.',
} as const;

/** First run, sign-in and the way back in. */
import { PASSWORD_LENGTH } from '../../shared/contract/users.ts';

export const fields = {
  name: 'Your name',
  email: 'E-mail',
  emailHelp: 'You sign in with it. Nothing is sent to it.',
  password: 'Password',
  passwordHelp: `At least ${PASSWORD_LENGTH} characters. A sentence is easy to keep in mind.`,
  newPassword: 'New password',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  recoveryCode: 'Recovery code',
  keepSignedIn: 'Keep me signed in on this computer',
  needed: 'This is needed.',
} as const;

export const firstRun = {
  steps: ['Account', 'Recovery code', 'Telephony'],
  stepsLabel: 'Steps',
  title: 'Who runs Ringmaster?',
  intro: 'You become the admin: you see and set everything here. Everything stays on this computer.',
  create: 'Create the admin',
  codeTitle: 'Keep your recovery code',
  codeIntro: 'It is the way back in when the password is lost, and it is shown only now. Write it down or put it into a password manager.',
  copy: 'Copy the code',
  kept: 'I have kept it',
  toTelephony: 'Go on',
  tickFirst: 'Tick that you have kept it first',
  lineTitle: 'Who makes the calls?',
  lineIntro: 'The practice line needs nothing. An account at a provider can be added now or later, in Settings → Telephony.',
  lineChoice: 'Who makes the calls',
  lines: {
    practice: 'Invented people on this computer, who answer, are busy and hang up as real ones do. Nobody is called, nothing is charged.',
    bolna: 'A Bolna agent speaks, and Bolna dials. The key of your account there is all that is asked.',
    signalwire: 'An ElevenLabs agent speaks, and SignalWire dials. Both accounts are asked for here.',
  },
  lineNeeds: { practice: 'needs nothing', bolna: 'needs an API key', signalwire: 'needs two accounts' },
  elevenLabsKey: 'API key of ElevenLabs',
  later: 'Later',
  laterWhat: 'Until then the practice line answers',
  toAgents: 'Go on: make an agent',
  afterTest: 'Next is an agent: who speaks in the calls. The practice line stays beside it.',
  start: 'Start with the practice line',
  demo: 'Start with a demo campaign',
  demoWhat: (people: number) =>
    `A demo campaign calls ${people} invented people on the practice line at once, so that there is something to look at. It is marked as practice.`,
} as const;

export const signIn = {
  title: 'Sign in',
  button: 'Sign in',
  lostPassword: 'I lost my password',
  ended: 'Your session has ended. Sign in again; nothing else has changed.',
  recoverTitle: 'Choose a new password',
  recoverIntro: 'With the recovery code that was shown when Ringmaster was set up. No code? An admin can set a new password for you.',
  codePlaceholder: '7KQ2M-XXXXX-XXXXX-XXXXX',
  recover: 'Set the new password',
  toSignIn: 'Back to sign-in',
  newCodeIntro: 'The old code no longer works. This is the new one, shown only now.',
  goOn: 'Go on to Ringmaster',
} as const;

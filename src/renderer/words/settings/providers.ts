/** The providers of telephony: what each is, what it needs, and the fields of its account. */
import type { ElevenLabsMode, SignalWireMode, Vendor } from '../../../shared/domain/provider-settings.ts';
import type { ProviderName } from '../../../shared/domain/states.ts';

export const providers = {
  intro:
    'Who makes the calls. The practice line is always there and calls nobody. With an account at one of the others real people are called; which one a campaign calls with is said by its agent.',
  list: 'Providers of telephony',
  names: {
    practice: 'Practice line',
    bolna: 'Bolna',
    signalwire: 'SignalWire with ElevenLabs',
    elevenlabs: 'ElevenLabs alone',
  } satisfies Record<ProviderName, string>,
  what: {
    practice: 'Invented people on this computer. Nobody is called, nothing is charged.',
    bolna: 'A Bolna agent speaks, and Bolna dials.',
    signalwire: 'An ElevenLabs agent speaks, and SignalWire dials from your own number.',
    elevenlabs: 'An ElevenLabs agent speaks, and ElevenLabs dials by a SIP trunk or Twilio.',
  } satisfies Record<ProviderName, string>,
  always: 'Always ready',
  setUp: 'Set up',
  notSetUp: 'Not set up',
  noAccount: 'Test the connection to see the account',
  ownCeiling: (calls: string) => `your ceiling ${calls}`,
  noConversations: 'What was said is not fetched: ElevenLabs has no key',
  back: 'All providers',
} as const;

/** What the page of a vendor says first. */
export const vendorIntro: Readonly<Record<Vendor, string>> = {
  bolna:
    'Bolna’s own agents speak, and Bolna dials. Make a key in Bolna’s dashboard under Developers → API keys, save it here and test the connection; then make an agent in Settings → Agents.',
  signalwire:
    'An ElevenLabs agent speaks, and SignalWire dials from a number of your own. Needed are a space with a number, and an ElevenLabs account whose key is set on its own page.',
  elevenlabs:
    'An ElevenLabs agent speaks, and ElevenLabs dials by a number that was imported there. The key also fetches what was said in calls that SignalWire dials.',
};

export const vendorWords = {
  account: 'Account',
  apiKey: 'API key',
  bolnaKeyHelp: 'From Bolna’s dashboard, Developers → API keys. It begins with bn-.',
  elevenLabsKeyHelp: 'From ElevenLabs, Developers → API keys.',
  space: 'Space',
  spaceHelp: 'The name before .signalwire.com in the address of your space.',
  projectId: 'Project id',
  projectIdHelp: 'From your space, under API.',
  token: 'API token',
  tokenHelp: 'From your space, under API. It needs the scope Voice.',
  signingKey: 'Signing key',
  signingKeyHelp: 'From your space, under API. By it deliveries are known to come from SignalWire; without it they are refused.',
  callerNumber: 'Caller number',
  callerNumberHelp: 'What the called person sees where the agent has no number of its own: one of your numbers at SignalWire.',
  webhookSecret: 'Webhook secret',
  webhookSecretHelp:
    'Shown once by ElevenLabs when its webhook is made: Settings → Webhooks there, with the address from Settings → Webhook tunnel here.',
  keepAudio: 'Keep recordings that are sent',
  keepAudioHelp: 'Off: they are fetched from ElevenLabs when somebody listens. On: what its webhook sends is kept on this computer.',
  recordings: 'Recordings',
  mode: 'How calls are made',
  signalWireModes: {
    swml: [
      'Instructions go with the call',
      'Nothing has to reach this computer, so no public address is needed. SignalWire calls this SWML.',
    ],
    cxml: [
      'SignalWire asks for instructions',
      'It asks this program what to do and tells each stage at once, so the webhook tunnel has to be up, and the signing key set. SignalWire calls this cXML.',
    ],
  } satisfies Record<SignalWireMode, readonly [string, string]>,
  elevenLabsModes: {
    'sip-trunk': ['SIP trunk', 'The number was imported to ElevenLabs from a SIP trunk of your carrier, with outbound calls set up.'],
    twilio: ['Twilio', 'The number was imported to ElevenLabs from your Twilio account.'],
  } satisfies Record<ElevenLabsMode, readonly [string, string]>,

  advanced: 'Advanced',
  advancedNote: 'address, rate, ceiling and time-out',
  baseUrl: 'Address of its interface',
  baseUrlHelp: 'Change it only if you were told to.',
  spaceUrlHelp: 'Empty: the address of the space.',
  timeout: 'Patience with an answer',
  timeoutHelp: 'After so long without an answer it is asked what became of the call.',
  callsPerSecond: 'Most new calls a second',
  callsPerSecondHelp: {
    bolna: 'Bolna allows 500 calls a minute.',
    signalwire: 'A new space allows one a second. Put here what SignalWire’s support has given you.',
    elevenlabs: 'ElevenLabs names no rate; one a second is modest.',
  } satisfies Record<Vendor, string>,
  ceiling: 'Your own ceiling',
  ceilingHelp: 'No more calls up at this provider, whatever the account allows. Empty: none.',
  noCeiling: 'none',

  test: 'Connection',
  testNote: 'no call is made',
  testWhat: 'Asks the provider whether the key, its limits and, with an agent, the agent and its number are right.',
  testAgent: 'With the agent',
  noAgent: 'No agent',
  firstSetUp: 'Give what is needed above first',
  changedSince: 'What you changed is not tested yet. It is saved first.',
  accountSays: (account: string) => `The account is ${account}.`,
} as const;

/** The few things that a provider needs before it can be tried, and what is sent of them. */
import { BolnaChange, ElevenLabsChange, SignalWireChange, type TelephonyChange } from '../../../shared/contract/telephony-settings.ts';
import { fields, firstRun } from '../../words/account.ts';
import { vendorWords as words } from '../../words/settings/providers.ts';

/** Those that the first run offers. */
export type OfferedVendor = 'bolna' | 'signalwire';

export interface VendorField {
  name: string;
  label: string;
  help: string;
  isKey: boolean;
}

export const FIELDS: Readonly<Record<OfferedVendor, readonly VendorField[]>> = {
  bolna: [{ name: 'bolna.apiKey', label: words.apiKey, help: words.bolnaKeyHelp, isKey: true }],
  signalwire: [
    { name: 'signalwire.space', label: words.space, help: words.spaceHelp, isKey: false },
    { name: 'signalwire.projectId', label: words.projectId, help: words.projectIdHelp, isKey: false },
    { name: 'signalwire.token', label: words.token, help: words.tokenHelp, isKey: true },
    { name: 'signalwire.callerNumber', label: words.callerNumber, help: words.callerNumberHelp, isKey: false },
    { name: 'elevenlabs.apiKey', label: firstRun.elevenLabsKey, help: words.elevenLabsKeyHelp, isKey: true },
  ],
};

const SHAPES = { bolna: BolnaChange, signalwire: SignalWireChange, elevenlabs: ElevenLabsChange };

export type Typed = Readonly<Record<string, string>>;

/** What is sent of what was typed, by provider. */
export function changeOf(vendor: OfferedVendor, typed: Typed): TelephonyChange {
  const change: Record<string, Record<string, string>> = {};
  for (const { name } of FIELDS[vendor]) {
    const [of = '', field = ''] = name.split('.');
    change[of] = { ...change[of], [field]: typed[name] ?? '' };
  }
  return change;
}

/** Everything that is asked for is needed; what was typed is as the contract takes it. */
export function problemsOf(vendor: OfferedVendor, typed: Typed): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const [of, change] of Object.entries(changeOf(vendor, typed)))
    for (const { path, message } of SHAPES[of as keyof typeof SHAPES].safeParse(change).error?.issues ?? [])
      problems[`${of}.${String(path[0])}`] ??= message;
  for (const { name } of FIELDS[vendor]) if ((typed[name] ?? '').trim() === '') problems[name] = fields.needed;
  return problems;
}

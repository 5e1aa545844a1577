/** The fields that a vendor's account has answers for: its agents, and the numbers that it may call from. */
import type { ProviderName } from '../../../../shared/domain/states.ts';
import { formatPhoneNumber } from '../../../../shared/domain/phone-number.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { type Query, useQuery } from '../../../lib/use-query.ts';
import { agents as words } from '../../../words/settings/agents.ts';
import type { Form } from '../form/use-form.ts';
import type { AgentValues } from './agent-values.ts';
import type { Listed } from './listed.ts';
import { VendorField } from './vendor-field.tsx';

export type Vendor = Exclude<ProviderName, 'practice'>;

interface FieldProps {
  vendor: Vendor;
  form: Form<AgentValues>;
}

/** Whose agents a vendor's calls speak with. */
const SPEAKS: Readonly<Record<Vendor, Vendor>> = { bolna: 'bolna', signalwire: 'elevenlabs', elevenlabs: 'elevenlabs' };

export function ProviderAgentField({ vendor, form }: FieldProps) {
  const provider = SPEAKS[vendor];
  const query = useListed(`vendor-agents/${provider}`, async (signal) => (await api.telephony.agents({ provider }, { signal })).agents);
  return (
    <VendorField
      name="providerAgentId"
      label={words.providerAgent[vendor]}
      required
      vendor={words.providers[provider]}
      query={query}
      value={form.values.providerAgentId}
      error={form.errors.providerAgentId}
      onChange={(providerAgentId) => form.put({ providerAgentId })}
    />
  );
}

export function CallerNumberField({ vendor, form }: FieldProps & { vendor: 'bolna' | 'signalwire' }) {
  const query = useListed(`vendor-numbers/${vendor}`, async (signal) =>
    (await numbersOf(vendor, signal)).map(({ number, label }) => noted(number, formatPhoneNumber(number), label)),
  );
  return (
    <VendorField
      name="callerNumber"
      label={words.callerNumber}
      vendor={words.providers[vendor]}
      query={query}
      value={form.values.callerNumber}
      error={form.errors.callerNumber}
      help={words.callerNumberHelp[vendor]}
      onChange={(callerNumber) => form.put({ callerNumber })}
    />
  );
}

export function PhoneNumberField({ vendor, form }: FieldProps) {
  const query = useListed(`vendor-number-ids/${vendor}`, async (signal) =>
    (await numbersOf(vendor, signal)).flatMap(({ number, id, label }) =>
      id === null ? [] : [noted(id, formatPhoneNumber(number), label === null ? id : `${label}, ${id}`)],
    ),
  );
  return (
    <VendorField
      name="phoneNumberId"
      label={words.phoneNumber}
      required
      vendor={words.providers[vendor]}
      query={query}
      value={form.values.phoneNumberId}
      error={form.errors.phoneNumberId}
      help={words.phoneNumberHelp}
      onChange={(phoneNumberId) => form.put({ phoneNumberId })}
    />
  );
}

const numbersOf = async (provider: Vendor, signal: AbortSignal) => (await api.telephony.numbers({ provider }, { signal })).numbers;

const noted = (id: string, name: string, note: string | null): Listed => ({ id, name, note: note ?? id });

/** Asked again where telephony was set up meanwhile. */
function useListed(key: string, read: (signal: AbortSignal) => Promise<readonly Listed[]>): Query<readonly Listed[]> {
  const settings = useLive(({ topics }) => topics.settings);
  return useQuery(key, read, [settings]);
}

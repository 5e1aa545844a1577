/**
 * The vendors of telephony as the engine uses them: each is there while its keys are set, with its settings and keys asked anew at
 * every request, so that a change holds at once.
 */
import { keptSecret, PATH_SECRET } from './accounts/kept-secret.ts';
import { everyone } from './data/scope.ts';
import type { Parts } from './parts.ts';
import type { Vendor } from '../shared/domain/provider-settings.ts';
import type { Providers, TelephonyProvider } from './ports/provider.ts';
import {
  bolnaSettings,
  elevenLabsSettings,
  isSetUp,
  keepAccount,
  keptAccount,
  signalWireAddress,
  signalWireSettings,
} from './settings/telephony.ts';
import { pointedTo } from './settings/pointed-agents.ts';
import { vendorKey, type VendorKey } from './settings/vendor-keys.ts';
import { bolnaProvider } from './telephony/bolna/provider.ts';
import { elevenLabsConversations } from './telephony/elevenlabs/conversations.ts';
import { elevenLabsProvider } from './telephony/elevenlabs/provider.ts';
import type { Fetch } from './telephony/exchange.ts';
import { signalWireProvider } from './telephony/signalwire/provider.ts';

/** The secret word in the path of the vendors' addresses here. */
export const pathSecret = (parts: Parts): string => keptSecret(parts, PATH_SECRET);

/** What a call was dialed with: for a provider that asks for instructions after a restart. */
function setUpOf(parts: Parts, reference: string) {
  const call = parts.data.calls.get(everyone, reference);
  const agent = call && parts.data.agents.get(everyone, call.agentId);
  if (!call || !agent) return null;
  const { phone, providerAgentId, callerNumber, userData: variables, claimedAt, holdUntil } = call;
  return { phone, providerAgentId, callerNumber, variables, options: agent.options, longestSeconds: (holdUntil - claimedAt) / 1000 };
}

/** All vendors; those without their keys are undefined, so that nothing dials through them. */
export function openVendors(parts: Parts, fetch: Fetch): Omit<Providers, 'practice'> {
  const { clock } = parts;
  const key = (name: VendorKey) => vendorKey(parts, name);
  const account = (vendor: Vendor) => ({
    read: () => keptAccount(parts, vendor),
    keep: (said: Parameters<typeof keepAccount>[2]) => keepAccount(parts, vendor, said),
  });
  const common = { fetch, clock, pathSecret: () => pathSecret(parts) };
  const bolna = bolnaProvider({
    ...common,
    settings: () => bolnaSettings(parts),
    key: () => key('bolna-key') ?? '',
    account: account('bolna'),
    pointsHere: (providerAgentId, publicUrl) => pointedTo(parts, 'bolna', providerAgentId)?.startsWith(publicUrl) ?? false,
  });
  const elevenLabsParts = {
    ...common,
    settings: () => elevenLabsSettings(parts),
    key: () => key('elevenlabs-key') ?? '',
    webhookSecret: () => key('elevenlabs-webhook-secret'),
    account: account('elevenlabs'),
  };
  const elevenlabs = elevenLabsProvider(elevenLabsParts);
  const signalwire = signalWireProvider({
    ...common,
    settings: () => {
      const settings = signalWireSettings(parts);
      return { ...settings, baseUrl: signalWireAddress(settings) };
    },
    token: () => key('signalwire-token') ?? '',
    signingKey: () => key('signalwire-signing-key'),
    account: account('signalwire'),
    conversations: elevenLabsConversations(elevenLabsParts),
    publicUrlOf: (reference) => parts.data.calls.get(everyone, reference)?.publicUrl ?? null,
    setUpOf: (reference) => setUpOf(parts, reference),
    addressIsComing() {
      const now = parts.tunnel.state();
      return now.state === 'connecting' || (now.state === 'down' && now.nextTryAt !== null);
    },
  });
  const ifSetUp = (name: Vendor, provider: TelephonyProvider) => (isSetUp(parts, name) ? provider : undefined);
  return {
    get bolna() {
      return ifSetUp('bolna', bolna);
    },
    get signalwire() {
      return ifSetUp('signalwire', signalwire);
    },
    get elevenlabs() {
      return ifSetUp('elevenlabs', elevenlabs);
    },
  };
}

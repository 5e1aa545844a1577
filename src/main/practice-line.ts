/** The practice line as the engine starts it: inside of itself, over HTTP on loopback, or wherever tests run one. */
import { keptSecret } from './accounts/kept-secret.ts';
import type { Parts } from './parts.ts';
import type { TelephonyProvider } from './ports/provider.ts';
import { PRACTICE_TIMEOUT_MS, practiceSettings } from './settings/telephony.ts';
import type { Fetch } from './telephony/exchange.ts';
import { practiceProvider } from './telephony/practice/provider.ts';
import { startPracticeLine } from './telephony/practice/server.ts';

/** `embedded` is the program's; `elsewhere` is a line of its own, whose far end the tests count at. */
export type PracticeLineChoice = { kind: 'embedded' } | { kind: 'elsewhere'; url: string; key: string; secret: string; fetch?: Fetch };

export interface PracticeLink {
  provider: TelephonyProvider;
  /** Tells the line where its webhooks go. */
  sendWebhooksTo(url: string): void;
  stop(): Promise<void>;
}

const byHttp: Fetch = (request) => fetch(request);

/** Connects to the line that was chosen, starting the embedded one, and lets its settings follow those of the installation. */
export async function openPracticeLine(parts: Parts, dataDir: string, choice: PracticeLineChoice): Promise<PracticeLink> {
  const settings = () => practiceSettings(parts);
  const common = { clock: parts.clock, settings, timeoutMs: PRACTICE_TIMEOUT_MS };
  if (choice.kind === 'elsewhere') {
    const provider = practiceProvider({
      ...common,
      fetch: choice.fetch ?? byHttp,
      baseUrl: choice.url,
      key: choice.key,
      secret: choice.secret,
    });
    return { provider, sendWebhooksTo() {}, stop: async () => {} };
  }
  const key = keptSecret(parts, 'practice-line-key');
  // Kept: a delivery that was stored before a restart is read again, signature and all, when it is applied.
  const secret = keptSecret(parts, 'practice-line-secret');
  const running = await startPracticeLine({
    clock: parts.clock,
    newId: (bytes) => parts.ids.secret(bytes),
    dataDir,
    settings: settings(),
    key,
    secret,
    port: 0,
    webhookUrl: null,
    fetch: byHttp,
  });
  const stopListening = parts.data.database.onChange(({ topics }) => {
    if (topics.has('settings')) running.line.configure(settings());
  });
  return {
    provider: practiceProvider({ ...common, fetch: byHttp, baseUrl: running.url, key, secret }),
    sendWebhooksTo: (url) => running.setWebhookUrl(url),
    async stop() {
      stopListening();
      await running.stop();
    },
  };
}

// npm run guide: the guide's pictures, out of what the end-to-end tests saw last.
import { copyFileSync, globSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Failure, ROOT, say, script } from './lib.mjs';

const TO = join(ROOT, 'docs/guide/pictures');

/** Each picture of the guide by the test that makes it and the name under which it looks. */
const PICTURES = {
  'first-run': 'a-list-is-called*/1-first-run-light.png',
  check: 'wizard-by-hand*/3-check-light.png',
  'settings-step': 'wizard-by-hand*/4-settings-filled-light.png',
  campaigns: 'pictures-few-of-one*/campaigns-few-wide-light.png',
  campaign: 'campaign-page-a-campaign-i*/1-overview-light.png',
  call: 'campaign-page-a-campaign-i*/7-call-light.png',
  queue: 'pictures-few-of-one*/queue-person-few-wide-light.png',
  contacts: 'contacts-thousands*/many-light.png',
  'bulk-call': 'pictures-few-of-one*/bulk-call-few-wide-light.png',
  live: 'pictures-many-of-everyone*/live-everyone-many-wide-dark.png',
  analytics: 'analytics-on-a-history*/1-many-whole-light.png',
  settings: 'settings-an-admin*/concurrency-1440-light.png',
  api: 'pictures-few-of-everyone*/settings-tokens-few-wide-light.png',
};

await script(() => {
  mkdirSync(TO, { recursive: true });
  for (const [name, pattern] of Object.entries(PICTURES)) {
    const [from] = globSync(pattern, { cwd: join(ROOT, 'test-results') });
    if (from === undefined) throw new Failure(`There is no picture ${pattern}. Run "RINGMASTER_PICTURES=1 npm test e2e" first.`);
    copyFileSync(join(ROOT, 'test-results', from), join(TO, `${name}.png`));
    say(`${basename(from)} → docs/guide/pictures/${name}.png`);
  }
});

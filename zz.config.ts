import base from './playwright.config.ts';
// oxlint-disable-next-line
export default { ...base, workers: 1, timeout: 600_000, globalTimeout: 0, expect: { timeout: 60_000 } };

/** The path of a Chromium, installed where there was none. Throws `Failure` where none can be had. */
export function ensureChromium(): string;

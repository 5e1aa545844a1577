/** Bolna's timestamps: ISO 8601, mostly without a zone, which is UTC. */

const WITH_ZONE = /(z|[+-]\d\d:?\d\d)$/i;

/** UTC milliseconds; null where the text is no time. */
export function instantOf(timestamp: string | undefined): number | null {
  if (timestamp === undefined) return null;
  const iso = timestamp.replace(' ', 'T');
  const at = Date.parse(WITH_ZONE.test(iso) ? iso : `${iso}Z`);
  return Number.isNaN(at) ? null : at;
}

/**
 * What the screens may load and reach: themselves, on either host. No script stands in the page; styles are written into it as it runs,
 * by whoever knows the page's `nonce`.
 * @param nonce of this one answer, never used again.
 * @param connect origins of their connection beside their own.
 */
export function contentSecurityPolicy(nonce: string, connect: readonly string[] = []): string {
  const rules: Record<string, string> = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'font-src': "'self'",
    'img-src': "'self' data: blob:",
    'media-src': "'self' blob:",
    'connect-src': ["'self'", ...connect].join(' '),
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

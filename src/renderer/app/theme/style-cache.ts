/** Where the screens' styles are written as they are shown: under the page's nonce, without which its policy lets none in. */
import createCache from '@emotion/cache';

// The attribute itself reads as empty, so that no style can carry it away; the property has it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

export const styleCache = createCache({ key: 'css', ...(nonce ? { nonce } : {}) });

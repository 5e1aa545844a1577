/** Takes out of a log what could name a person: addresses, numbers, tokens, and whose computer it is. Pure. */

const HIDDEN: readonly [RegExp, string][] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '(e-mail)'],
  [/\+\d[\d\s().-]{6,18}\d/g, '(number)'],
  // As vendors write them, without a sign; what JSON writes as a number is an instant or a size.
  [/(?<![\w:.-])\d{9,15}(?![\w.-])/g, '(number)'],
  [/%2B\d{7,15}/gi, '(number)'],
  [/\bBearer\s+[\w.~+/-]+=*/gi, 'Bearer (token)'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '(token)'],
  [/\brm_[\w-]{8,}/g, '(token)'],
  // A computer is often called by its owner's name.
  [/("hostname":")[^"]*/g, '$1(computer)'],
  [/("remote":")(?!127\.0\.0\.1"|::1")[^"]*/g, '$1(address)'],
  // The word in the path of a vendor's address is as good as a key.
  [/(\/webhooks\/\w+\/)[\w-]+/g, '$1(word)'],
];

/** @param home the folder of the account, whose name is a person's. */
export function withoutPersons(text: string, home: string): string {
  const own = home === '' ? text : text.replaceAll(home, '~').replaceAll(JSON.stringify(home).slice(1, -1), '~');
  return HIDDEN.reduce((left, [what, word]) => left.replaceAll(what, word), own);
}

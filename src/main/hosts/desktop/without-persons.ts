/** Takes out of a log what could name a person: addresses, numbers, tokens, and whose computer it is. Pure. */

const HIDDEN: readonly [RegExp, string][] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '(e-mail)'],
  [/\+\d[\d\s().-]{6,18}\d/g, '(number)'],
  [/\bBearer\s+[\w.~+/-]+=*/gi, 'Bearer (token)'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '(token)'],
  // The word in the path of a vendor's address is as good as a key.
  [/(\/webhooks\/\w+\/)[\w-]+/g, '$1(word)'],
];

/** @param home the folder of the account, whose name is a person's. */
export function withoutPersons(text: string, home: string): string {
  const own = home === '' ? text : text.replaceAll(home, '~').replaceAll(JSON.stringify(home).slice(1, -1), '~');
  return HIDDEN.reduce((left, [what, word]) => left.replaceAll(what, word), own);
}

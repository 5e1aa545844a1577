/** Reads a document of instructions: well-formed, `<Response>` at its root, not too long; and what it does with the call. */

const MOST_BYTES = 64 * 1024;

export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
}

/** What is done with a call that was answered. */
export type Conduct =
  | { kind: 'sip'; address: string; headers: Record<string, string>; action: string | null }
  | { kind: 'stream'; url: string; parameters: Record<string, string> }
  /** It speaks or listens by itself; nobody stands behind it. */
  | { kind: 'speaks' }
  | { kind: 'hang-up' }
  | { kind: 'bad'; code: '11200' | '11217' | '11750' | '12100'; reason: string };

const SPEAKING: ReadonlySet<string> = new Set(['Say', 'Play', 'Pause', 'Gather', 'Record', 'Enqueue', 'Redirect']);

/** What a cXML document asks for. */
export function conductOf(document: string): Conduct {
  if (new TextEncoder().encode(document).length > MOST_BYTES) return { kind: 'bad', code: '11750', reason: 'longer than 64 kB' };
  let root: Element;
  try {
    root = readXml(document);
  } catch (error) {
    return { kind: 'bad', code: '12100', reason: (error as Error).message };
  }
  if (root.name !== 'Response') return { kind: 'bad', code: '12100', reason: `the root is <${root.name}>, not <Response>` };
  let speaks = false;
  for (const verb of root.children) {
    const found = verbOf(verb);
    if (found) return found;
    speaks ||= SPEAKING.has(verb.name);
  }
  return speaks ? { kind: 'speaks' } : { kind: 'hang-up' };
}

/** What a verb does that decides the call; null for one that leaves it to the next. */
function verbOf(verb: Element): Conduct | null {
  if (verb.name === 'Hangup' || verb.name === 'Reject') return { kind: 'hang-up' };
  if (verb.name === 'Dial') {
    const sip = verb.children.find((child) => child.name === 'Sip');
    if (sip) return { kind: 'sip', ...sipAddress(sip.text.trim()), action: verb.attributes['action'] ?? null };
    return { kind: 'speaks' };
  }
  if (verb.name !== 'Connect') return null;
  const stream = verb.children.find((child) => child.name === 'Stream');
  if (!stream) return { kind: 'speaks' };
  const given = stream.children.filter((child) => child.name === 'Parameter');
  const parameters = Object.fromEntries(given.map(({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? '']));
  return { kind: 'stream', url: stream.attributes['url'] ?? '', parameters };
}

/** The address without its query, whose parts are headers of the call. */
export function sipAddress(given: string): { address: string; headers: Record<string, string> } {
  const [address, query] = given.split('?') as [string, string | undefined];
  return { address, headers: Object.fromEntries(new URLSearchParams(query ?? '')) };
}

const PIECE =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The root element. @throws Error saying what is not well-formed. Documents with a DOCTYPE are none of cXML's. */
export function readXml(document: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const source = document.replace(/^\uFEFF/, '');
  PIECE.lastIndex = 0;
  let end = 0;
  for (let piece = PIECE.exec(source); piece; piece = PIECE.exec(source)) {
    end = PIECE.lastIndex;
    const [, cdata, closing, name, attributes, alone, text] = piece;
    const within = open.at(-1)!;
    if (cdata !== undefined) within.text += cdata;
    else if (text !== undefined) within.text += plain(text);
    else if (name !== undefined && closing === '/') {
      if (within.name !== name || open.length === 1) throw new Error(`</${name}> closes nothing`);
      open.pop();
    } else if (name !== undefined) {
      const element: Element = { name, attributes: readAttributes(attributes ?? ''), children: [], text: '' };
      within.children.push(element);
      if (alone !== '/') open.push(element);
    }
  }
  if (end !== source.length) throw new Error(`not well-formed at character ${end}`);
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  if (top.text.trim() !== '' || top.children.length !== 1) throw new Error('there is not exactly one root');
  return top.children[0]!;
}

const readAttributes = (text: string) =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name, quoted, single]) => [name!, plain(quoted ?? single ?? '')]));

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** @throws Error for a `&` that begins nothing. */
function plain(text: string): string {
  return text.replaceAll(/&(?:#(\d+);|#x([\da-f]+);|(\w+);)?/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    const found = name === undefined ? undefined : ENTITIES[name];
    if (found === undefined) throw new Error(`${whole} is no entity`);
    return found;
  });
}

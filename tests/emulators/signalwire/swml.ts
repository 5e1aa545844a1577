/** Carries out the part of SWML that decides what becomes of a call: detection, conditions, hanging up, connecting. */
import type { Conduct } from './cxml.ts';

type Step = Readonly<Record<string, unknown>>;

export interface SwmlRun {
  /** `${envs.…}` and `${vars.…}`. */
  variables: Record<string, string>;
  /** Listens who picked up, and resolves to the word for it. */
  detect: () => Promise<string>;
}

/** More steps than this is a document that goes in circles. */
const MOST_STEPS = 200;

/** The document as an object; null where it is none with a `main` section. It may come as JSON text. */
export function readSwml(given: unknown): { sections: Readonly<Record<string, readonly unknown[]>> } | null {
  let document = given;
  if (typeof given === 'string') {
    try {
      document = JSON.parse(given);
    } catch {
      return null;
    }
  }
  const sections = fieldsOf(fieldsOf(document)['sections']);
  return Array.isArray(sections['main']) ? { sections: sections as Record<string, readonly unknown[]> } : null;
}

/** What the document does with an answered call, once its steps have run. */
export async function runSwml(given: unknown, run: SwmlRun): Promise<Conduct> {
  const document = readSwml(given);
  if (!document) return { kind: 'bad', code: '11217', reason: 'not SWML with a main section' };
  let steps = 0;
  let speaks = false;

  const section = async (list: unknown): Promise<Conduct | null> => {
    for (const step of Array.isArray(list) ? (list as unknown[]) : []) {
      if (++steps > MOST_STEPS) return { kind: 'bad', code: '11217', reason: 'the document goes in circles' };
      const found = await obey(typeof step === 'string' ? { [step]: {} } : fieldsOf(step));
      if (found) return found;
    }
    return null;
  };
  const obey = async (step: Step): Promise<Conduct | null> => {
    const [verb = '', value = {}] = Object.entries(step)[0] ?? [];
    const fields = fieldsOf(value);
    if (verb === 'hangup') return { kind: 'hang-up' };
    if (verb === 'connect') return connected(fields, run.variables);
    if (verb === 'detect_machine') run.variables['detect_result'] = await run.detect();
    if (verb === 'set') for (const [name, one] of Object.entries(fields)) run.variables[name] = text(one);
    if (verb === 'cond') return section(branchOf(value, run.variables));
    if (verb === 'switch') return section(caseOf(fields, run.variables));
    if (verb === 'execute' || verb === 'transfer' || verb === 'goto') return section(document.sections[text(fields['dest'] ?? value)]);
    if (verb === 'play' || verb === 'ai' || verb === 'prompt' || verb === 'sleep') speaks = true;
    return null;
  };

  return (await section(document.sections['main'])) ?? { kind: speaks ? 'speaks' : 'hang-up' };
}

/** Every step with this name in the document, wherever it stands. */
export function stepsNamed(given: unknown, verb: string): Step[] {
  if (Array.isArray(given)) return given.flatMap((one) => (one === verb ? [{}] : stepsNamed(one, verb)));
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([name, value]) => [...(name === verb ? [fieldsOf(value)] : []), ...stepsNamed(value, verb)]);
}

/** The first address of a `connect` step, and its headers, with variables put in. */
export function connectOf(fields: Step, variables: Readonly<Record<string, string>>): { address: string; headers: Record<string, string> } {
  const flat = [fields, ...[fields['serial'], fields['parallel'], fields['serial_parallel']].flat(2).map(fieldsOf)];
  const to = flat.map((one) => one['to']).find((one) => typeof one === 'string') ?? '';
  const listed = Array.isArray(fields['headers']) ? (fields['headers'] as unknown[]).map(fieldsOf) : [];
  const headers = listed.map((header) => [text(header['name']), filled(text(header['value']), variables)] as const);
  return { address: filled(text(to), variables), headers: Object.fromEntries(headers) };
}

function connected(fields: Step, variables: Readonly<Record<string, string>>): Conduct {
  const { address, headers } = connectOf(fields, variables);
  if (address.startsWith('sip:') || address.startsWith('sips:')) return { kind: 'sip', address, headers, action: null };
  if (address.startsWith('stream:')) return { kind: 'stream', url: address.slice(7), parameters: headers };
  return { kind: 'speaks' };
}

/** `cond: [{ when, then }, …, { else }]` */
function branchOf(given: unknown, variables: Readonly<Record<string, string>>): unknown {
  for (const branch of Array.isArray(given) ? given.map(fieldsOf) : []) {
    if ('else' in branch) return branch['else'];
    if (holds(text(branch['when']), variables)) return branch['then'];
  }
  return null;
}

/** `switch: { variable, case: {…}, default }` */
function caseOf(fields: Step, variables: Readonly<Record<string, string>>): unknown {
  const value = variables[bare(text(fields['variable']))] ?? '';
  return fieldsOf(fields['case'])[value] ?? fields['default'];
}

/** `vars.detect_result == 'machine'`, the one kind of condition that is understood, with `!=`, `&&` and `||`. */
function holds(condition: string, variables: Readonly<Record<string, string>>): boolean {
  const inner = condition.replace(/^\s*[$%]\{(.*)\}\s*$/, '$1');
  return inner.split('||').some((one) =>
    one.split('&&').every((comparison) => {
      const found = /^\s*\(?\s*([\w.]+)\s*(===?|!==?)\s*['"]([^'"]*)['"]\s*\)?\s*$/.exec(comparison);
      if (!found) throw new Error(`the emulator does not understand the condition ${condition}`);
      const equal = (variables[bare(found[1]!)] ?? '') === found[3];
      return found[2]!.startsWith('!') ? !equal : equal;
    }),
  );
}

const filled = (value: string, variables: Readonly<Record<string, string>>) =>
  value.replaceAll(/[$%]\{([\w.]+)\}/g, (_, name: string) => variables[bare(name)] ?? '');
const bare = (name: string) => name.replace(/^(?:vars|envs)\./, '');
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const fieldsOf = (value: unknown): Step => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Step) : {});

/** What the space does with a call when its contact answers: listens who it is, asks what to do, and does it. */
import type { PracticeLine } from '../../../src/main/telephony/practice/line.ts';
import { callFields, detectionFields } from './callbacks.ts';
import { type Conduct, conductOf, sipAddress } from './cxml.ts';
import type { SignalWireOptions } from './options.ts';
import type { Outbox } from './outbox.ts';
import type { Hook, SpaceCall } from './space-call.ts';
import { runSwml } from './swml.ts';
import { callbackStatus } from './words.ts';

export interface AnsweredParts {
  line: PracticeLine;
  outbox: Outbox;
  options: () => SignalWireOptions;
}

/** One line of the log of a call, which the customer sees in the dashboard only. */
export interface CallLogLine {
  sid: string;
  code: string;
  reason: string;
}

type Who = 'human' | 'machine' | null;

export class Answered {
  /** What was wrong with documents. */
  readonly log: CallLogLine[] = [];
  private readonly parts: AnsweredParts;

  constructor(parts: AnsweredParts) {
    this.parts = parts;
  }

  /** Takes a call that was answered by `who` to whatever it was made for. Never rejects. */
  async take(call: SpaceCall, who: Who): Promise<void> {
    // The line is in the middle of the step that told of the answer.
    await Promise.resolve();
    const { detection } = call.wishes;
    if (detection?.async) void this.detectAside(call, who, detection.async);
    const says = detection && !detection.async ? await this.detect(call, who) : null;
    await this.follow(call, who, says);
  }

  /** Asks anew what to do with a call that is up, at another address or by another document. */
  async redirect(call: SpaceCall): Promise<void> {
    await this.follow(call, call.answeredBy, null);
  }

  private async follow(call: SpaceCall, who: Who, says: string | null): Promise<void> {
    if (!this.isUp(call)) return;
    const conduct = await this.conduct(call, who, says);
    if (this.isUp(call)) await this.obey(call, conduct);
  }

  private async conduct(call: SpaceCall, who: Who, says: string | null): Promise<Conduct> {
    const { instructions, surface, variables } = call.wishes;
    const run = async (swml: unknown): Promise<Conduct> => {
      try {
        return await runSwml(swml, { variables: { ...variables }, detect: () => this.detect(call, who) });
      } catch (error) {
        return { kind: 'bad', code: '11217', reason: (error as Error).message };
      }
    };
    if (instructions.kind === 'inline') return run(instructions.swml);
    const ask = surface === 'compat' ? (hook: Hook) => this.askForCxml(call, hook, says) : (hook: Hook) => this.askForSwml(call, hook, run);
    const first = await ask(instructions.hook);
    if (first.kind !== 'bad' || !instructions.fallback) return first;
    this.log.push({ sid: call.sid, code: first.code, reason: first.reason });
    return ask(instructions.fallback);
  }

  private async askForCxml(call: SpaceCall, hook: Hook, says: string | null): Promise<Conduct> {
    const { options, outbox } = this.parts;
    const fields = callFields(call, callbackStatus(call.line!.status, call), options());
    return readFrom(outbox.form(hook, says === null ? fields : [...fields, ['AnsweredBy', says]]), conductOf);
  }

  private async askForSwml(call: SpaceCall, { url }: Hook, run: (swml: unknown) => Promise<Conduct>): Promise<Conduct> {
    const { from, to, variables } = call.wishes;
    const about = { call_id: call.sid, from, to, direction: 'outbound', call_state: 'answered', type: 'phone' };
    const asked = this.parts.outbox.json(url, { call: about, vars: {}, envs: variables });
    return readFrom(asked, (document) => (document.trimStart().startsWith('<') ? conductOf(document) : run(document)));
  }

  private async obey(call: SpaceCall, conduct: Conduct): Promise<void> {
    const { badDocumentEndsAs, farSideUnreachable } = this.parts.options();
    if (conduct.kind === 'speaks') return;
    if (conduct.kind === 'bad') {
      this.log.push({ sid: call.sid, code: conduct.code, reason: conduct.reason });
      call.endsAs = badDocumentEndsAs;
    }
    if (farSideUnreachable) this.log.push({ sid: call.sid, code: '32009', reason: 'the far side is not reached' });
    if (conduct.kind === 'sip') call.dialAction = actionOf(call, conduct.action);
    if (conduct.kind === 'bad' || conduct.kind === 'hang-up' || farSideUnreachable) {
      await this.parts.line.hangUp(call.line!.id);
      return;
    }
    this.connect(call, conduct);
  }

  /** The agent behind the address begins to speak. */
  private connect(call: SpaceCall, conduct: Extract<Conduct, { kind: 'sip' | 'stream' }>): void {
    const { behind, agentIds } = this.parts.options();
    if (conduct.kind === 'sip') {
      behind?.begin(call.line!, conduct.headers, agentAt(conduct.address, agentIds));
      return;
    }
    const query = URL.canParse(conduct.url) ? new URL(conduct.url).searchParams.get('agent_id') : null;
    behind?.begin(call.line!, conduct.parameters, agentIds[conduct.url] ?? conduct.parameters['agent_id'] ?? query ?? '');
  }

  /** @returns the word for whoever picked up, after the seconds that it takes to hear it. */
  private async detect(call: SpaceCall, who: Who): Promise<string> {
    const { amdSeconds, amdUnsure, amdWords } = this.parts.options();
    await this.parts.outbox.wait(amdSeconds);
    if (amdUnsure || who === null) return 'unknown';
    call.answeredBy = who;
    if (who === 'human' || amdWords === 'plain' || call.wishes.surface === 'calling') return who;
    return call.wishes.detection?.mode === 'message-end' ? 'machine_end_beep' : 'machine_start';
  }

  private async detectAside(call: SpaceCall, who: Who, hook: Hook): Promise<void> {
    const { outbox, options } = this.parts;
    const says = await this.detect(call, who);
    await outbox.thrice(() => outbox.form(hook, detectionFields(call, says, options())));
  }

  private isUp(call: SpaceCall): boolean {
    return this.parts.line.byId(call.line!.id)?.status === 'in-progress';
  }
}

/** The address to ask when the dial is over, which may be relative to that of the document; null for none, or for what is no address. */
function actionOf({ wishes: { instructions } }: SpaceCall, action: string | null): Hook | null {
  const base = instructions.kind === 'ask' ? instructions.hook.url : undefined;
  return action !== null && URL.canParse(action, base) ? { url: new URL(action, base).href, method: 'POST' } : null;
}

/** A document out of an answer: anything but 2xx, and none at all, is a bad one. */
async function readFrom(asked: Promise<Response>, read: (document: string) => Conduct | Promise<Conduct>): Promise<Conduct> {
  let document: string;
  try {
    const answer = await asked;
    if (!answer.ok) return { kind: 'bad', code: '11217', reason: `the answer was ${answer.status}` };
    document = await answer.text();
  } catch {
    return { kind: 'bad', code: '11200', reason: 'no answer came' };
  }
  return read(document);
}

/** Whose agent speaks at a SIP address: as the map says, else the user part. */
export function agentAt(given: string, agentIds: Readonly<Record<string, string>>): string {
  const { address } = sipAddress(given);
  const plain = address.replace(/;.*$/, '');
  return agentIds[address] ?? agentIds[plain] ?? plain.replace(/^sips?:/, '').replace(/@.*$/, '');
}

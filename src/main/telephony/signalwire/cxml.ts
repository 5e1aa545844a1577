/** The dial whose instructions SignalWire asks us for (cXML), and the documents that answer it. */
import type { DialRequest } from '../../ports/provider.ts';
import { AGENT_ANSWER_SECONDS, DETECTION_SECONDS, type OurAddresses, ringLimit } from './addresses.ts';

/** The fields of the request, as a form. */
export function cxmlDial(request: DialRequest, from: string, ours: OurAddresses): (readonly [string, string])[] {
  const { phone, ringSeconds, record, options } = request;
  return [
    ['To', phone],
    ['From', from],
    ['Url', ours.instructions],
    ['Method', 'POST'],
    ['StatusCallback', ours.deliveries],
    ['StatusCallbackMethod', 'POST'],
    // The last event is `completed` whatever became of the call: without it nothing tells that a line was busy.
    ...['initiated', 'ringing', 'answered', 'completed'].map((event) => ['StatusCallbackEvent', event] as const),
    ['Timeout', String(ringLimit(ringSeconds))],
    ...(options['machineDetection'] === true
      ? ([
          ['MachineDetection', 'Enable'],
          ['MachineDetectionTimeout', String(DETECTION_SECONDS)],
        ] as const)
      : []),
    ...(record
      ? ([
          ['Record', 'true'],
          ['RecordingChannels', 'dual'],
          ['RecordingStatusCallback', ours.deliveries],
          ['RecordingStatusCallbackMethod', 'POST'],
          ['RecordingStatusCallbackEvent', 'completed'],
        ] as const)
      : []),
  ];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** Ends the call: nobody is left in silence. */
export const HANG_UP = `${HEAD}\n<Response><Hangup/></Response>`;

/** Connects the call to the agent's SIP address, for at most `longestSeconds`. */
export function dialSip({ sip, from, longestSeconds }: { sip: string; from: string; longestSeconds: number }): string {
  const attributes = {
    answerOnBridge: 'true',
    timeout: String(AGENT_ANSWER_SECONDS),
    timeLimit: String(Math.max(Math.round(longestSeconds), 1)),
    callerId: from,
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `${HEAD}\n<Response><Dial${written.join('')}><Sip>${escaped(sip)}</Sip></Dial></Response>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** The one place at which a text becomes a part of a document. What XML cannot hold at all is left out. */
function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex -- characters that XML 1.0 does not allow
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);
}

/** The dial that carries its instructions with it (SWML), and so needs no address of ours. */
import type { DialRequest } from '../../ports/provider.ts';
import { AGENT_ANSWER_SECONDS, DETECTION_SECONDS, ringLimit } from './addresses.ts';
import { customVariables, sipHeaders } from './told-variables.ts';

export interface SwmlCall {
  request: DialRequest;
  from: string;
  /** Of the agent. */
  sip: string;
  /** Where deliveries go; null where none can reach us. */
  deliveries: string | null;
}

/** The body of the request, as JSON. */
export function swmlDial({ request, from, sip, deliveries }: SwmlCall): unknown {
  const { phone, ringSeconds, reference, variables } = request;
  return {
    command: 'dial',
    params: {
      from,
      to: phone,
      caller_id: from,
      timeout: ringLimit(ringSeconds),
      custom_variables: customVariables(reference, variables),
      ...(deliveries === null ? {} : { status_url: deliveries, status_events: ['created', 'ringing', 'answered', 'ended'] }),
      swml: { version: '1.0.0', sections: { main: instructions(request, sip, deliveries) } },
    },
  };
}

/**
 * What SignalWire does once the callee has answered. Who answered is found out first: after the connection the agent would speak to
 * a machine, and a voice mail is not recorded as a conversation.
 */
function instructions({ options, record, reference, variables, longestSeconds }: DialRequest, sip: string, deliveries: string | null) {
  const told = deliveries === null ? {} : { status_url: deliveries };
  return [
    { answer: {} },
    ...(options['machineDetection'] === true
      ? [
          { detect_machine: { wait: true, timeout: DETECTION_SECONDS, ...told } },
          {
            // oxlint-disable unicorn/no-thenable -- the word of the language for what follows a condition
            cond: [
              { when: "detect_result == 'machine'", then: [{ hangup: {} }] },
              { when: "detect_result == 'fax'", then: [{ hangup: {} }] },
            ],
            // oxlint-enable unicorn/no-thenable
          },
        ]
      : []),
    ...(record ? [{ record_call: { stereo: true, format: 'mp3', ...told } }] : []),
    {
      connect: {
        to: sip,
        headers: sipHeaders(reference, variables),
        timeout: AGENT_ANSWER_SECONDS,
        max_duration: Math.max(Math.round(longestSeconds), 1),
      },
    },
  ];
}

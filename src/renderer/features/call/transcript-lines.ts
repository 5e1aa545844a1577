/** A transcript as it came, line by line with whoever spoke. */

export interface Line {
  who: 'agent' | 'contact' | null;
  text: string;
}

const SPEAKERS: Readonly<Record<string, Line['who']>> = {
  assistant: 'agent',
  agent: 'agent',
  bot: 'agent',
  ai: 'agent',
  user: 'contact',
  contact: 'contact',
  customer: 'contact',
  human: 'contact',
};

/** `assistant: Hello` is the agent's. A line without a speaker goes on with what was said before; without any, nobody's. */
export function transcriptLines(transcript: string): Line[] {
  const lines: Line[] = [];
  for (const raw of transcript.split(/\r?\n/)) {
    const text = raw.trim();
    if (text === '') continue;
    const [, name = '', said = ''] = /^([A-Za-z]+)\s*:\s*(.*)$/.exec(text) ?? [];
    const who = SPEAKERS[name.toLowerCase()];
    const last = lines.at(-1);
    if (who) lines.push({ who, text: said });
    else if (last) last.text += `\n${text}`;
    else lines.push({ who: null, text });
  }
  return lines;
}

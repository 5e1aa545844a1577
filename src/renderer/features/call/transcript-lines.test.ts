import { describe, expect, it } from 'vitest';
import { transcriptLines } from './transcript-lines.ts';

describe('transcriptLines', () => {
  it('tells the agent from the contact, in the words of every provider', () => {
    expect(transcriptLines('assistant: Hello, Yuki?\nuser: Yes.\r\nAgent: Good.\nCustomer : Bye: now\n')).toEqual([
      { who: 'agent', text: 'Hello, Yuki?' },
      { who: 'contact', text: 'Yes.' },
      { who: 'agent', text: 'Good.' },
      { who: 'contact', text: 'Bye: now' },
    ]);
  });

  it('keeps what goes over several lines together, and takes no word before a colon for a person', () => {
    expect(transcriptLines('assistant: First:\nPrice: 12\n\nuser: Yes')).toEqual([
      { who: 'agent', text: 'First:\nPrice: 12' },
      { who: 'contact', text: 'Yes' },
    ]);
  });

  it('shows a text without speakers as it is', () => {
    expect(transcriptLines('They talked about the price.')).toEqual([{ who: null, text: 'They talked about the price.' }]);
    expect(transcriptLines(' \n ')).toEqual([]);
  });
});

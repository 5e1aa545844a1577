/** What is said on practice calls: a few conversations from templates, filled with what the agent was told. */
import { oneOf } from './chance.ts';

export interface Conversation {
  transcript: string;
  summary: string;
  extracted: Readonly<Record<string, unknown>>;
}

interface Told {
  name: string;
  company: string | null;
  nextAction: string;
}

interface Template {
  lines(told: Told): readonly (readonly ['assistant' | 'user', string])[];
  summary(told: Told): string;
  extracted: Readonly<Record<string, unknown>>;
}

const TEMPLATES: readonly Template[] = [
  {
    lines: ({ name, nextAction }) => [
      ['assistant', `Hello, am I speaking with ${name}?`],
      ['user', 'Yes, speaking.'],
      ['assistant', `Thank you for taking the call. It is about this: ${nextAction}. Would that suit you?`],
      ['user', 'Yes, that sounds good. Please send me the details.'],
      ['assistant', 'They are on their way. Have a good day.'],
    ],
    summary: ({ name, nextAction }) => `${name} agreed: ${nextAction}. Wants the details in writing.`,
    extracted: { interested: true, wants_details: true, mood: 'positive' },
  },
  {
    lines: ({ name, nextAction, company }) => [
      ['assistant', `Good day ${name}${company ? ` of ${company}` : ''}. Do you have a minute?`],
      ['user', 'A short one. What is it about?'],
      ['assistant', `${nextAction}.`],
      ['user', 'Not at the moment, thank you. Perhaps in a few months.'],
      ['assistant', 'I will note that. Goodbye.'],
    ],
    summary: ({ name }) => `${name} is not interested at the moment, perhaps in a few months.`,
    extracted: { interested: false, wants_details: false, mood: 'neutral' },
  },
  {
    lines: ({ name, nextAction }) => [
      ['assistant', `Hello ${name}, I am calling about the following: ${nextAction}.`],
      ['user', 'Could you explain that a little?'],
      ['assistant', 'Of course. We go through it together, it takes half an hour, and it costs nothing.'],
      ['user', 'And who would take part from your side?'],
      ['assistant', 'One of our advisers, who also answers later questions.'],
      ['user', 'Good. Let us do it next week.'],
      ['assistant', 'Next week it is. Goodbye.'],
    ],
    summary: ({ name, nextAction }) => `${name} asked how it works and agreed to next week: ${nextAction}.`,
    extracted: { interested: true, wants_details: false, when: 'next week', mood: 'positive' },
  },
  {
    lines: ({ name }) => [
      ['assistant', `Hello, is this ${name}?`],
      ['user', 'Yes, but I am on my way to a meeting.'],
      ['assistant', 'Then I will not keep you. When may I call again?'],
      ['user', 'Any afternoon.'],
    ],
    summary: ({ name }) => `${name} had no time and prefers an afternoon.`,
    extracted: { interested: null, prefers: 'afternoon', mood: 'hurried' },
  },
];

const NOTHING_SAID: Conversation = {
  transcript: '',
  summary: 'The call was answered and hung up at once.',
  extracted: { interested: null },
};

/** The conversation of a call with a person; `share` in [0, 1) chooses it. Empty where there was no talk. */
export function conversation(variables: Readonly<Record<string, string>>, talkSeconds: number, share: number): Conversation {
  if (talkSeconds <= 0) return NOTHING_SAID;
  const template = oneOf(TEMPLATES, share);
  const told = toldBy(variables);
  return {
    transcript: template
      .lines(told)
      .map(([who, said]) => `${who}: ${said}\n`)
      .join(''),
    summary: template.summary(told),
    extracted: template.extracted,
  };
}

/** What the agent leaves on a voicemail. */
export function message(variables: Readonly<Record<string, string>>): Conversation {
  const { name, nextAction } = toldBy(variables);
  return {
    transcript: `assistant: Hello ${name}, sorry to have missed you. It is about this: ${nextAction}. We will try again.\n`,
    summary: `A message was left for ${name}.`,
    extracted: { interested: null, voicemail: true },
  };
}

function toldBy(variables: Readonly<Record<string, string>>): Told {
  const filled = (key: string) => variables[key]?.trim() || null;
  return {
    name: filled('first_name') ?? filled('name') ?? 'there',
    company: filled('company'),
    nextAction: (filled('next_action') ?? 'a short introduction').replace(/[.!?\s]+$/, ''),
  };
}

/**
 * The examples of the reference, put into the document. The requests are written by hand; the answers are what a program gave to
 * them: `tests/integration/examples.test.ts` sends each and holds both against the document, and writes the answers anew.
 */
import { JSON_TYPE, type Json, type Operation, type Parameter } from '../open-api.ts';
import ANSWERS from './answers.json' with { type: 'json' };
import { CAMPAIGNS } from './campaigns.ts';
import type { Example, Examples } from './example.ts';
import { PEOPLE } from './people.ts';
import { SETTINGS } from './settings.ts';

export const EXAMPLES: Examples = { ...PEOPLE, ...CAMPAIGNS, ...SETTINGS };
export const FORM_TYPE = 'multipart/form-data';

/** What a program answered to an example. */
export interface ToldAnswer {
  status: number;
  body: Json;
}
const TOLD = ANSWERS as unknown as Readonly<Record<string, ToldAnswer>>;

export function addExamples(paths: Record<string, Record<string, Operation>>): void {
  for (const operation of Object.values(paths).flatMap((operations) => Object.values(operations))) {
    const { operationId } = operation;
    for (const name of [operationId, `${operationId} (file)`]) {
      const example = EXAMPLES[name];
      if (example) addRequest(operation, example);
      if (TOLD[name]) addAnswer(operation, TOLD[name]);
    }
  }
}

function addRequest({ parameters = [], requestBody }: Operation, { id, query = {}, body, form }: Example): void {
  for (const parameter of parameters.filter((each): each is Parameter => !('$ref' in each))) {
    const value = parameter.in === 'path' ? id : parameter.in === 'query' ? query[parameter.name] : undefined;
    if (value !== undefined) parameter.example = value;
  }
  const json = requestBody?.content[JSON_TYPE];
  if (json && body) json.example = body;
  const file = requestBody?.content[FORM_TYPE];
  if (file && form)
    file.example = { ...Object.fromEntries(Object.entries(form.fields).map(([name, text]) => [name, plain(text)])), file: form.text };
}

/** Lists and objects of a form are written as JSON. */
const plain = (text: string): unknown => (/^[[{]/.test(text) ? JSON.parse(text) : text);

function addAnswer({ responses }: Operation, { status, body }: ToldAnswer): void {
  const answer = responses[String(status)];
  const json = answer && 'content' in answer ? answer.content?.[JSON_TYPE] : undefined;
  if (json && json.example === undefined) json.example = body;
}

/** `dialog`: questions stand until the test answers them; what cannot wait is answered by what the test gave beforehand. */
import type Electron from 'electron';
import { given } from './test-line.ts';

type Question = Electron.MessageBoxOptions;

interface Standing {
  question: Question;
  answer(button: number, isTicked: boolean): void;
}

/** Everything that was asked, in order. */
export const asked: Question[] = [];
export const standing: Standing[] = [];
export const files: { open: string[]; save: string | null } = { open: [], save: null };

/** The window before which it is asked may stand first. */
const questionOf = (options: readonly unknown[]) => options.at(-1) as Question;

/** The answer that was given beforehand to a question with such a button, used up by it; null where there is none. */
function givenAnswer({ buttons = [] }: Pick<Question, 'buttons'>): number | null {
  const place = given.answers.findIndex((answer) => buttons.includes(answer));
  if (place < 0) return null;
  const [answer] = given.answers.splice(place, 1);
  return buttons.indexOf(answer ?? '');
}

export const dialog = {
  showMessageBoxSync(...options: unknown[]): number {
    const question = questionOf(options);
    asked.push(question);
    return givenAnswer(question) ?? question.cancelId ?? 0;
  },
  async showMessageBox(...options: unknown[]): Promise<Electron.MessageBoxReturnValue> {
    const question = questionOf(options);
    asked.push(question);
    const known = givenAnswer(question);
    if (known !== null) return { response: known, checkboxChecked: false };
    return await new Promise((resolve) => {
      const one: Standing = {
        question,
        answer(response, checkboxChecked) {
          standing.splice(standing.indexOf(one), 1);
          resolve({ response, checkboxChecked });
        },
      };
      standing.push(one);
    });
  },
  showErrorBox(title: string, content: string): void {
    asked.push({ type: 'error', message: title, detail: content });
    console.error(`${title}: ${content}`);
  },
  showOpenDialog: async () => ({ canceled: files.open.length === 0, filePaths: files.open }),
  showSaveDialog: async () => ({ canceled: files.save === null, filePath: files.save ?? '' }),
} satisfies Partial<Electron.Dialog>;

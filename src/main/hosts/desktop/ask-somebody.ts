import { type BrowserWindow, dialog } from 'electron';

interface Asked<Answer extends string> {
  message: string;
  detail: string;
  /** The first leaves everything as it is, and is what closing the question means. */
  answers: readonly { answer: Answer; label: string }[];
}

/** Asks before the window where it can be seen, else by itself; nothing stands still meanwhile. */
export async function askSomebody<Answer extends string>(
  window: BrowserWindow | null,
  { message, detail, answers }: Asked<Answer>,
): Promise<Answer> {
  const question = {
    type: 'question' as const,
    message,
    detail,
    buttons: answers.map(({ label }) => label),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const isSeen = window !== null && !window.isDestroyed() && window.isVisible();
  const { response } = await (isSeen ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question));
  const chosen = answers[response] ?? answers[0];
  if (!chosen) throw new Error('a question without answers');
  return chosen.answer;
}

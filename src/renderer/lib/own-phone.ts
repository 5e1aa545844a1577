/** One's own phone number for test calls, as it was typed last in this browser. */
const KEY = 'ringmaster.own-phone';

/** Empty where none is kept. */
export function ownPhone(): string {
  try {
    return window.localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function keepOwnPhone(phone: string): void {
  try {
    window.localStorage.setItem(KEY, phone);
  } catch {
    // Storage can be refused altogether (a private window): then it is typed again.
  }
}

/** What the api asks of the inbox: the wing itself is in `webhooks/`. */
export interface InboxPort {
  /** Applies one kept delivery anew. Twice the same changes nothing. @throws AppError `not_found`. */
  applyAgain(id: number): { state: string; note: string | null };
}

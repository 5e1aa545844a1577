/** What `app` needs of a window; the two would otherwise import each other. */
export interface OpenWindow {
  /** Closes it as a person does. Answers whether it is gone. */
  tryToClose(): Promise<boolean>;
  destroy(): void;
}

export const openWindows = new Set<OpenWindow>();

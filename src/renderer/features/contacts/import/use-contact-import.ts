import { useEffect, useRef, useState } from 'react';
import type { Import } from '../../../../shared/contract/imports.ts';
import { say, sayFault } from '../../../app/toasts.tsx';
import { common } from '../../../words/common.ts';
import { importWords } from '../../../words/contacts.ts';
import { fileWords } from '../../../words/import.ts';
import { type FileImport, useFileImport } from '../../import/follow/use-file-import.ts';

export interface ContactImport extends FileImport {
  isOpen: boolean;
  open: () => void;
  /** Closes the dialog. What is not being written yet is given up, what is goes on. */
  close: () => void;
}

/** A file on its way into the contacts: followed wherever it is, also while the dialog is closed. */
export function useContactImport(): ContactImport {
  const [isOpen, setIsOpen] = useState(false);
  const from = useFileImport({ target: 'contacts' });
  const { taken, forget } = from;
  useTelling(taken, isOpen, from.undo);
  return {
    ...from,
    isOpen,
    open: () => {
      if (taken?.state !== 'writing') forget();
      setIsOpen(true);
    },
    close: () => {
      setIsOpen(false);
      if (taken?.state !== 'writing' && taken?.state !== 'undoing') forget();
    },
  };
}

/** Says what came of it where the dialog is closed and cannot. */
function useTelling(taken: Import | null, isOpen: boolean, undo: () => void): void {
  const before = useRef(taken?.state);
  useEffect(() => {
    const was = before.current;
    before.current = taken?.state;
    if (isOpen || taken === null || was === taken.state) return;
    if (was === 'writing' && taken.state === 'finished') say(importWords.finished(taken.imported), { word: common.undo, run: undo });
    if (taken.state === 'undone') say(importWords.undone);
    if (taken.state === 'failed') sayFault(new Error(taken.error ?? fileWords.givenUp));
  }, [taken, isOpen, undo]);
}

import type { ChangeEvent } from 'react';
import { helpOrError } from '../../../lib/field-errors.ts';
import type { EditField } from './edit-draft.ts';
import type { Edit } from './use-edit.ts';

type TextFieldName = Exclude<EditField, 'weekdays' | 'useContactZone' | 'pacing' | 'keepOpen'>;

/** What every field of text is given: its value, whether it may be changed, and its error in the place of the help. */
export function textField(edit: Edit, name: TextFieldName, help?: string) {
  const { error, helperText } = helpOrError(edit.errors[name], help);
  return {
    name,
    value: edit.draft[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => edit.put({ [name]: event.target.value }),
    disabled: edit.locked(name) !== undefined,
    error,
    ...(helperText.trim() !== '' && { helperText }),
  };
}

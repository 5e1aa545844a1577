import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import type { Contact } from '../../../../shared/contract/contacts.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { common } from '../../../words/common.ts';
import { contactForm } from '../../../words/contacts.ts';
import { changeOf, draftOf } from '../form/contact-draft.ts';
import { ContactFields } from '../form/contact-fields.tsx';
import { useContactForm } from '../form/use-contact-form.ts';

/** Changes a contact in its drawer; what is not touched stays as it is, whoever changed it meanwhile. */
export function EditContact({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const [before] = useState(() => draftOf(contact));
  const { draft, errors, form, put, submit, busy, error } = useContactForm(before, async (typed) => {
    const change = changeOf(before, typed);
    if (Object.keys(change).length > 0) await api.contacts.update({ id: contact.id, ...change });
    say(contactForm.saved);
    onDone();
  });
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Stack sx={{ gap: 2, p: 2 }}>
        <ContactFields draft={draft} errors={errors} onChange={put} />
        <Fault error={error} />
        <Stack direction="row" sx={{ gap: 1, justifyContent: 'flex-end' }}>
          <Button onClick={onDone} disabled={busy}>
            {common.cancel}
          </Button>
          <Button type="submit" variant="contained" color="primary" loading={busy}>
            {common.saveChanges}
          </Button>
        </Stack>
      </Stack>
    </form>
  );
}

import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import { useId } from 'react';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { common } from '../../../words/common.ts';
import { contactForm } from '../../../words/contacts.ts';
import { calledOf } from '../called.ts';
import { EMPTY_CONTACT, toContact } from './contact-draft.ts';
import { ContactFields } from './contact-fields.tsx';
import { useContactForm } from './use-contact-form.ts';

/** Adds one contact. */
export function NewContact({ onClose }: { onClose: () => void }) {
  const titleId = useId();
  const { draft, errors, form, put, submit, busy, error } = useContactForm(EMPTY_CONTACT, async (typed) => {
    const { contact } = await api.contacts.create(toContact(typed));
    say(contactForm.created(calledOf(contact)));
    onClose();
  });
  return (
    <Dialog open onClose={() => !busy && onClose()} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <form ref={form} noValidate onSubmit={submit} style={{ display: 'contents' }}>
        <DialogTitle id={titleId}>{contactForm.newTitle}</DialogTitle>
        <DialogContent>
          <Stack sx={{ gap: 2, pt: 1 }}>
            <ContactFields draft={draft} errors={errors} onChange={put} />
            <Fault error={error} />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {common.cancel}
          </Button>
          <Button type="submit" variant="contained" color="primary" loading={busy}>
            {contactForm.create}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

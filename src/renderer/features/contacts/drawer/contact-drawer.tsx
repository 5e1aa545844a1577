import BlockOutlined from '@mui/icons-material/BlockOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { Contact } from '../../../../shared/contract/contacts.ts';
import { api } from '../../../app/connection/client.ts';
import { told } from '../../../app/connection/told.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Dot } from '../../../components/dot.tsx';
import { Fault } from '../../../components/fault.tsx';
import { Phone } from '../../../components/phone.tsx';
import { SideDrawer } from '../../../components/side-drawer.tsx';
import { StepButtons } from '../../../components/step-buttons.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { common } from '../../../words/common.ts';
import { drawerWords } from '../../../words/contacts.ts';
import { DeleteContacts } from '../actions/delete-contacts.tsx';
import { MarkContacts } from '../actions/mark-contacts.tsx';
import { calledOf } from '../called.ts';
import { Barred } from './barred.tsx';
import { ContactCalls } from './contact-calls.tsx';
import { ContactCampaigns } from './contact-campaigns.tsx';
import { ContactFacts } from './contact-facts.tsx';
import { EditContact } from './edit-contact.tsx';

interface ContactDrawerProps {
  /** As the list knows it. */
  listed: Contact;
  /** Steps through the list beside it, where the contact is in it. */
  onStep?: (by: -1 | 1) => void;
  onOpenCall: (id: string) => void;
  onClose: () => void;
  /** The contact was deleted. */
  onGone: () => void;
}

/** One contact: who they are, whether they may be called, what was spoken, where they wait, and every call. */
export function ContactDrawer({ listed, onStep, onOpenCall, onClose, onGone }: ContactDrawerProps) {
  const [isEditing, setIsEditing] = useState(false);
  const news = useLive(({ topics, told: { calls } }) => topics.contacts + topics['do-not-call'] + calls);
  const { id } = listed;
  const { data, error, again } = useQuery(`contact ${id}`, async (signal) => (await api.contacts.get({ id }, { signal })).contact, [news]);
  const contact = data ?? listed;
  const isGone = error !== null && told(error).code === 'not_found';
  const company = contact.company !== null && (
    <>
      <Dot />
      {contact.company}
    </>
  );
  return (
    <SideDrawer
      title={calledOf(contact)}
      note={
        <>
          <Phone number={contact.phoneNumber} />
          {company}
        </>
      }
      {...(onStep &&
        !isEditing && { onStep, actions: <StepButtons before={drawerWords.before} after={drawerWords.next} onStep={onStep} /> })}
      onClose={onClose}
    >
      {isGone ? (
        <Typography sx={{ p: 2, color: 'text.secondary' }}>{drawerWords.gone}</Typography>
      ) : isEditing ? (
        <EditContact contact={contact} onDone={() => setIsEditing(false)} />
      ) : (
        <>
          <Stack sx={{ gap: 2, px: 2, py: 1.5 }}>
            {error !== null && <Fault error={error} onRetry={again} />}
            <Barred contact={contact} />
            <Actions contact={contact} onEdit={() => setIsEditing(true)} onGone={onGone} />
          </Stack>
          <ContactFacts contact={contact} />
          <ContactCampaigns contactId={id} name={calledOf(contact)} onOpenCall={onOpenCall} />
          <ContactCalls contactId={id} onOpen={onOpenCall} />
        </>
      )}
    </SideDrawer>
  );
}

function Actions({ contact, onEdit, onGone }: { contact: Contact; onEdit: () => void; onGone: () => void }) {
  const [asking, setAsking] = useState<'delete' | 'mark' | null>(null);
  const people = { ids: [contact.id], name: calledOf(contact) };
  const close = () => setAsking(null);
  return (
    <Stack direction="row" sx={{ gap: 1 }}>
      <Button startIcon={<EditOutlined />} onClick={onEdit}>
        {common.edit}
      </Button>
      {!contact.doNotCall && (
        <Button startIcon={<BlockOutlined />} onClick={() => setAsking('mark')}>
          {drawerWords.doNotCall}
        </Button>
      )}
      <Button startIcon={<DeleteOutlined />} onClick={() => setAsking('delete')}>
        {drawerWords.delete}
      </Button>
      {asking === 'delete' && <DeleteContacts people={people} onDone={onGone} onClose={close} />}
      {asking === 'mark' && <MarkContacts people={people} onDone={() => undefined} onClose={close} />}
    </Stack>
  );
}

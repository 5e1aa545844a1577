import UploadOutlined from '@mui/icons-material/UploadOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { Contact } from '../../../shared/contract/contacts.ts';
import { Fault } from '../../components/fault.tsx';
import { NothingHere } from '../../components/nothing-here.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { SlotRing } from '../../components/slot-ring.tsx';
import { contactsPage } from '../../words/contacts.ts';
import { CallDrawer } from '../call/call-drawer.tsx';
import { ContactDrawer } from './drawer/contact-drawer.tsx';
import { LinkedContact } from './drawer/linked-contact.tsx';
import { type ContactFilter, EVERYONE } from './list/contact-filter.ts';
import { ContactGrid } from './list/contact-grid.tsx';
import type { ContactPages } from './list/contact-pages.ts';
import type { Selecting } from './list/use-selection.ts';

interface ListAreaProps {
  pages: ContactPages;
  filter: ContactFilter;
  /** There is no contact at all. */
  isEmpty: boolean;
  selecting: Selecting;
  /** The contact that the page's address names. */
  linkedId: number | null;
  onUnlink: () => void;
  onFilter: (filter: ContactFilter) => void;
  onImport: () => void;
}

/** The list with the drawer beside it, or why there is none. */
export function ListArea({ pages, filter, isEmpty, selecting, linkedId, onUnlink, onFilter, onImport }: ListAreaProps) {
  const [open, setOpen] = useState<{ row: number; contact: Contact } | null>(null);
  const [active, setActive] = useState<{ row: number; of: ContactFilter | null } | null>(null);
  const [callId, setCallId] = useState<string | null>(null);
  const toRow = (row: number) => setActive({ row, of: pages.filter });
  const openRow = (row: number) => {
    const contact = pages.row(row);
    if (!contact) return;
    toRow(row);
    setOpen({ row, contact });
    setCallId(null);
    if (linkedId !== null) onUnlink();
  };
  if (pages.total === null) {
    return (
      <Box sx={{ flex: 1, ...(pages.error !== null && { px: 3 }) }}>
        {pages.error === null ? <RowSkeletons rows={14} pageWide /> : <Fault error={pages.error} onRetry={() => pages.refresh()} />}
      </Box>
    );
  }
  if (isEmpty) return <NoContacts onImport={onImport} />;
  return (
    <>
      <Stack sx={{ flex: 1, minWidth: 0 }}>
        {pages.error !== null && (
          <Box sx={{ px: 3, pb: 1.5 }}>
            <Fault error={pages.error} onRetry={() => pages.refresh()} />
          </Box>
        )}
        {pages.total === 0 ? (
          <NothingHere action={<Button onClick={() => onFilter(EVERYONE)}>{contactsPage.showEveryone}</Button>}>
            {contactsPage.noneFound(pages.filter?.search.trim() ?? '')}
          </NothingHere>
        ) : (
          <ContactGrid
            pages={pages}
            filter={filter}
            onSort={(sort) => onFilter({ ...filter, sort })}
            selection={selecting.selection}
            // Rows of another list are other people.
            active={active?.of === pages.filter ? active.row : null}
            onActive={toRow}
            openId={open?.contact.id ?? null}
            onOpen={openRow}
            onTick={selecting.tick}
            onTickTo={selecting.tickTo}
            onTickAll={selecting.tickAll}
          />
        )}
      </Stack>
      {callId !== null ? (
        <CallDrawer id={callId} onClose={() => setCallId(null)} />
      ) : open ? (
        <ContactDrawer
          key={open.contact.id}
          listed={open.contact}
          onStep={(by) => openRow(open.row + by)}
          onOpenCall={setCallId}
          onClose={() => setOpen(null)}
          onGone={() => setOpen(null)}
        />
      ) : (
        linkedId !== null && <LinkedContact key={linkedId} id={linkedId} onOpenCall={setCallId} onClose={onUnlink} />
      )}
    </>
  );
}

/** Before the first contact: what this is, and the button that fills it. */
function NoContacts({ onImport }: { onImport: () => void }) {
  return (
    <Stack sx={{ flex: 1, alignItems: 'center', justifyContent: 'center', p: 3, textAlign: 'center' }}>
      <SlotRing />
      <Typography variant="h2" sx={{ mt: 3, fontSize: 20, lineHeight: '28px' }}>
        {contactsPage.empty.title}
      </Typography>
      <Typography sx={{ mt: 1, maxWidth: 460, color: 'text.secondary' }}>{contactsPage.empty.what}</Typography>
      <Button variant="contained" color="primary" startIcon={<UploadOutlined />} onClick={onImport} sx={{ mt: 3 }}>
        {contactsPage.empty.choose}
      </Button>
    </Stack>
  );
}

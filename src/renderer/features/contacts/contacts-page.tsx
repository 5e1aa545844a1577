import Add from '@mui/icons-material/Add';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import UploadOutlined from '@mui/icons-material/UploadOutlined';
import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useParams } from 'wouter';
import { navigate } from '../../app/address.ts';
import { useUser } from '../../app/session/session.ts';
import { Page } from '../../app/shell/page.tsx';
import { say, sayFault } from '../../app/toasts.tsx';
import { useTask } from '../../lib/use-task.ts';
import { contactsPage } from '../../words/contacts.ts';
import { DeleteContacts } from './actions/delete-contacts.tsx';
import { MarkContacts } from './actions/mark-contacts.tsx';
import { beginBulkCall } from './bulk-call/bulk-call.ts';
import { BulkCallDialog } from './bulk-call/bulk-call-dialog.tsx';
import { ContactSelection } from './contact-selection.tsx';
import { exportContacts } from './export-contacts.ts';
import { NewContact } from './form/new-contact.tsx';
import { ImportContacts } from './import/import-contacts.tsx';
import { useContactImport } from './import/use-contact-import.ts';
import { type ContactFilter, EVERYONE, isEveryone, listName } from './list/contact-filter.ts';
import { ListArea } from './list-area.tsx';
import { useContactPages } from './list/use-contact-pages.ts';
import { useSelection } from './list/use-selection.ts';
import { Toolbar } from './toolbar.tsx';

/** The people to call: found, sorted, ticked, changed, and called. */
export function ContactsPage() {
  const user = useUser();
  const { id } = useParams<{ id?: string }>();
  const [filter, setFilter] = useState<ContactFilter>(EVERYONE);
  const pages = useContactPages(filter);
  const selecting = useSelection(pages, filter);
  const fromFile = useContactImport();
  const [asking, setAsking] = useState<'new' | 'delete' | 'mark' | null>(null);
  const { selection, clear } = selecting;
  const total = pages.total ?? 0;
  const isEmpty = pages.total === 0 && isEveryone(filter) && pages.filter === filter;
  const people = { ids: [...selection.ids], name: null };
  const close = () => setAsking(null);
  return (
    <Page
      title={contactsPage.title}
      actions={<Actions filter={filter} isEmpty={isEmpty} onImport={fromFile.open} onNew={() => setAsking('new')} />}
    >
      {!isEmpty && <Toolbar filter={filter} total={pages.total} onChange={setFilter} />}
      {selection.ids.size > 0 && (
        <ContactSelection
          count={selection.ids.size}
          total={total}
          isFiltered={!isEveryone(filter)}
          isWhole={selection.whole === listName(filter)}
          busy={selecting.busy}
          onAll={selecting.tickAll}
          onClear={clear}
          onDoNotCall={() => setAsking('mark')}
          onDelete={() => setAsking('delete')}
          onBulkCall={() => beginBulkCall(user.id, [...selection.ids], Date.now())}
        />
      )}
      {/* Where nobody is listed the whole page is another one, not the list moved up into the room of its toolbar. */}
      <Stack key={isEmpty ? 'empty' : 'list'} direction="row" sx={{ flex: 1, minHeight: 0, position: 'relative' }}>
        <ListArea
          pages={pages}
          filter={filter}
          isEmpty={isEmpty}
          selecting={selecting}
          linkedId={/^\d+$/.test(id ?? '') ? Number(id) : null}
          onUnlink={() => navigate('/contacts', { replace: true })}
          onFilter={setFilter}
          onImport={fromFile.open}
        />
      </Stack>
      {asking === 'new' && <NewContact onClose={close} />}
      {asking === 'delete' && <DeleteContacts people={people} onDone={clear} onClose={close} />}
      {asking === 'mark' && <MarkContacts people={people} onDone={clear} onClose={close} />}
      <ImportContacts from={fromFile} />
      <BulkCallDialog onCreated={clear} />
    </Page>
  );
}

interface ActionsProps {
  filter: ContactFilter;
  isEmpty: boolean;
  onImport: () => void;
  onNew: () => void;
}

function Actions({ filter, isEmpty, onImport, onNew }: ActionsProps) {
  const saving = useTask(async () => {
    try {
      await exportContacts(filter);
      say(contactsPage.exported);
    } catch (error) {
      sayFault(error);
    }
  });
  return (
    <>
      {!isEmpty && (
        <Button startIcon={<UploadOutlined />} onClick={onImport}>
          {contactsPage.import}
        </Button>
      )}
      {!isEmpty && (
        <Button startIcon={<FileDownloadOutlined />} loading={saving.busy} onClick={() => void saving.run()}>
          {contactsPage.export}
        </Button>
      )}
      <Button startIcon={<Add />} onClick={onNew}>
        {contactsPage.newContact}
      </Button>
    </>
  );
}

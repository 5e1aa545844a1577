import { Page } from '../../app/shell/page.tsx';

export function ContactsPage() {
  return <Page title="Contacts">{null}</Page>;
}

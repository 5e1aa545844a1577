import { Page } from '../../app/shell/page.tsx';

export function SettingsPage() {
  return <Page title="Settings">{null}</Page>;
}

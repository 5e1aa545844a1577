import { Page } from '../../app/shell/page.tsx';

export function LivePage() {
  return <Page title="Live">{null}</Page>;
}

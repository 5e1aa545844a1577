import { Page } from '../../app/shell/page.tsx';

export function CampaignPage() {
  return <Page title="Campaign">{null}</Page>;
}

import { Page } from '../../app/shell/page.tsx';

export function AnalyticsPage() {
  return <Page title="Analytics">{null}</Page>;
}

import { useEffect } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { AnalyticsPage } from '../features/analytics/analytics-page.tsx';
import { CampaignPage } from '../features/campaign/campaign-page.tsx';
import { CampaignsPage } from '../features/campaigns/campaigns-page.tsx';
import { ContactsPage } from '../features/contacts/contacts-page.tsx';
import { NewCampaignPage } from '../features/import/new-campaign-page.tsx';
import { NEW_CAMPAIGN } from '../features/import/take-file.ts';
import { TakesFiles } from '../features/import/takes-files.tsx';
import { LivePage } from '../features/live/live-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { useAddress } from './address.ts';
import { followEngine } from './live/live-stream.ts';
import { Palette } from './palette/palette.tsx';
import { Shell } from './shell/shell.tsx';

/** The screens of whoever is signed in. What is not built has no route: an address that nobody knows leads to the campaigns. */
export function Routes() {
  useEffect(() => followEngine(), []);
  return (
    <Router hook={useAddress}>
      <Shell>
        <Switch>
          <Route path={NEW_CAMPAIGN}>
            <NewCampaignPage />
          </Route>
          <Route path="/campaigns/:tab?">
            <CampaignsPage />
          </Route>
          <Route path="/campaign/:id/:tab?">
            <CampaignPage />
          </Route>
          <Route path="/live">
            <LivePage />
          </Route>
          <Route path="/contacts/:id?">
            <ContactsPage />
          </Route>
          <Route path="/analytics/:view?">
            <AnalyticsPage />
          </Route>
          <Route path="/settings/:section?">
            <SettingsPage />
          </Route>
          <Route>
            <Redirect to="/campaigns/active" replace />
          </Route>
        </Switch>
      </Shell>
      <TakesFiles />
      <Palette />
    </Router>
  );
}

import { useEffect } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { CampaignsPage } from '../features/campaigns/campaigns-page.tsx';
import { NewCampaignPage } from '../features/import/new-campaign-page.tsx';
import { NEW_CAMPAIGN } from '../features/import/take-file.ts';
import { TakesFiles } from '../features/import/takes-files.tsx';
import { followEngine } from './live/live-stream.ts';
import { Shell } from './shell/shell.tsx';

/** The screens of whoever is signed in. What is not built has no route: an address that nobody knows leads to the campaigns. */
export function Routes() {
  useEffect(() => followEngine(), []);
  return (
    <Router hook={useHashLocation}>
      <Shell>
        <Switch>
          <Route path={NEW_CAMPAIGN}>
            <NewCampaignPage />
          </Route>
          <Route path="/campaigns/:tab?">
            <CampaignsPage />
          </Route>
          <Route>
            <Redirect to="/campaigns/active" replace />
          </Route>
        </Switch>
      </Shell>
      <TakesFiles />
    </Router>
  );
}

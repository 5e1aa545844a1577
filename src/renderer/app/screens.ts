/**
 * The screens. The list of campaigns comes with the program; all others are fetched when they are first shown, or before, once the
 * page has nothing else to do: so the first screen is up before the charts and forms of the others are read.
 */
import { type ComponentType, lazy } from 'react';

const LOADS = {
  newCampaign: async () => (await import('../features/import/new-campaign-page.tsx')).NewCampaignPage,
  campaign: async () => (await import('../features/campaign/campaign-page.tsx')).CampaignPage,
  live: async () => (await import('../features/live/live-page.tsx')).LivePage,
  queue: async () => (await import('../features/queue/queue-page.tsx')).QueuePage,
  contacts: async () => (await import('../features/contacts/contacts-page.tsx')).ContactsPage,
  analytics: async () => (await import('../features/analytics/analytics-page.tsx')).AnalyticsPage,
  settings: async () => (await import('../features/settings/settings-page.tsx')).SettingsPage,
};

const later = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

export { CampaignsPage } from '../features/campaigns/campaigns-page.tsx';
export const NewCampaignPage = later(LOADS.newCampaign);
export const CampaignPage = later(LOADS.campaign);
export const LivePage = later(LOADS.live);
export const QueuePage = later(LOADS.queue);
export const ContactsPage = later(LOADS.contacts);
export const AnalyticsPage = later(LOADS.analytics);
export const SettingsPage = later(LOADS.settings);

/** Fetches what is not here yet, one screen whenever the page is idle. @returns a function that ends it. */
export function fetchScreens(): () => void {
  const left = Object.values(LOADS);
  let asked = 0;
  const next = () => {
    const load = left.shift();
    // What cannot be fetched now is asked for again by whoever opens it, and told there.
    if (load)
      asked = requestIdleCallback(
        () =>
          void load()
            .catch(() => null)
            .finally(next),
      );
  };
  next();
  return () => {
    left.length = 0;
    cancelIdleCallback(asked);
  };
}

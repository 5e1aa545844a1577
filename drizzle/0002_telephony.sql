ALTER TABLE `calls` ADD `account` text;--> statement-breakpoint
ALTER TABLE `calls` ADD `provider_agent_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `calls` ADD `public_url` text;--> statement-breakpoint
ALTER TABLE `calls` ADD `delivery_missed` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `calls_told` ON `calls` (`claimed_at`,`delivery_missed`) WHERE public_url IS NOT NULL;
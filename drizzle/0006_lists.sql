ALTER TABLE `webhook_inbox` ADD `user_id` text REFERENCES users(id);--> statement-breakpoint
UPDATE `webhook_inbox` SET `user_id` = (SELECT `user_id` FROM `calls` WHERE `calls`.`id` = `call_id`) WHERE `call_id` IS NOT NULL;--> statement-breakpoint
CREATE INDEX `inbox_user` ON `webhook_inbox` (`user_id`,`id`) WHERE user_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `calls_claimed` ON `calls` (`claimed_at`);--> statement-breakpoint
CREATE INDEX `calls_ended` ON `calls` ((CASE WHEN status <> 'completed' THEN status WHEN answered_by_machine = 1 THEN 'machine' WHEN duration_seconds > 0 THEN 'spoken' ELSE 'silent' END),`claimed_at`) WHERE ended_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `calls_ended_user` ON `calls` (`user_id`,(CASE WHEN status <> 'completed' THEN status WHEN answered_by_machine = 1 THEN 'machine' WHEN duration_seconds > 0 THEN 'spoken' ELSE 'silent' END),`claimed_at`) WHERE ended_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `calls_ended_campaign` ON `calls` (`campaign_id`,(CASE WHEN status <> 'completed' THEN status WHEN answered_by_machine = 1 THEN 'machine' WHEN duration_seconds > 0 THEN 'spoken' ELSE 'silent' END),`claimed_at`) WHERE ended_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `do_not_call_added` ON `do_not_call` (added_at DESC,`phone`);
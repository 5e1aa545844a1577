PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_call_campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`agent_id` text NOT NULL,
	`next_action` text NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`first_call_time` text NOT NULL,
	`last_call_time` text NOT NULL,
	`weekdays` text NOT NULL,
	`time_zone` text NOT NULL,
	`use_contact_zone` integer DEFAULT false NOT NULL,
	`start_date` text NOT NULL,
	`end_date` text,
	`open_from` integer,
	`open_until` integer,
	`pacing` text DEFAULT 'spread' NOT NULL,
	`max_attempts` integer DEFAULT 1 NOT NULL,
	`retry_after` integer DEFAULT 60 NOT NULL,
	`retry_by_outcome` text DEFAULT '{}' NOT NULL,
	`concurrency_limit` integer,
	`keep_open` integer DEFAULT false NOT NULL,
	`last_turn` integer,
	`paused_by` text,
	`paused_at` integer,
	`paused_reason` text,
	`paused_all_by` text,
	`cancelled_by` text,
	`cancelled_reason` text,
	`carry` text,
	`carry_after` integer DEFAULT 0 NOT NULL,
	`reopened_by` text,
	`respread_next` integer DEFAULT false NOT NULL,
	`never_called` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`started_at` integer,
	`completed_at` integer,
	`deleted_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "campaigns_status_known" CHECK("__new_call_campaigns"."status" IN ('draft', 'scheduled', 'active', 'paused', 'completed', 'cancelled')),
	CONSTRAINT "campaigns_pacing_known" CHECK("__new_call_campaigns"."pacing" IN ('spread', 'asap')),
	CONSTRAINT "campaigns_carry_known" CHECK("__new_call_campaigns"."carry" IS NULL OR "__new_call_campaigns"."carry" IN ('cancel', 'expire', 'reopen', 'respread')),
	CONSTRAINT "campaigns_limit_at_least_one" CHECK("__new_call_campaigns"."concurrency_limit" IS NULL OR "__new_call_campaigns"."concurrency_limit" >= 1),
	CONSTRAINT "campaigns_attempts_at_least_one" CHECK("__new_call_campaigns"."max_attempts" >= 1),
	CONSTRAINT "campaigns_opening_whole" CHECK(("__new_call_campaigns"."open_from" IS NULL) = ("__new_call_campaigns"."open_until" IS NULL) AND ("__new_call_campaigns"."open_from" IS NULL OR "__new_call_campaigns"."open_from" < "__new_call_campaigns"."open_until")),
	CONSTRAINT "campaigns_paused_told" CHECK("__new_call_campaigns"."status" <> 'paused' OR ("__new_call_campaigns"."paused_at" IS NOT NULL AND "__new_call_campaigns"."paused_by" IS NOT NULL)),
	CONSTRAINT "campaigns_completed_dated" CHECK("__new_call_campaigns"."status" <> 'completed' OR "__new_call_campaigns"."completed_at" IS NOT NULL),
	CONSTRAINT "campaigns_deleted_when_still" CHECK("__new_call_campaigns"."deleted_at" IS NULL OR "__new_call_campaigns"."status" IN ('draft', 'completed', 'cancelled'))
);
--> statement-breakpoint
INSERT INTO `__new_call_campaigns`("id", "user_id", "name", "description", "agent_id", "next_action", "status", "first_call_time", "last_call_time", "weekdays", "time_zone", "use_contact_zone", "start_date", "end_date", "open_from", "open_until", "pacing", "max_attempts", "retry_after", "retry_by_outcome", "concurrency_limit", "keep_open", "last_turn", "paused_by", "paused_at", "paused_reason", "paused_all_by", "cancelled_by", "cancelled_reason", "carry", "carry_after", "never_called", "created_at", "updated_at", "started_at", "completed_at", "deleted_at") SELECT "id", "user_id", "name", "description", "agent_id", "next_action", "status", "first_call_time", "last_call_time", "weekdays", "time_zone", "use_contact_zone", "start_date", "end_date", "open_from", "open_until", "pacing", "max_attempts", "retry_after", "retry_by_outcome", "concurrency_limit", "keep_open", "last_turn", "paused_by", "paused_at", "paused_reason", "paused_all_by", "cancelled_by", "cancelled_reason", "carry", "carry_after", "never_called", "created_at", "updated_at", "started_at", "completed_at", "deleted_at" FROM `call_campaigns`;--> statement-breakpoint
DROP TABLE `call_campaigns`;--> statement-breakpoint
ALTER TABLE `__new_call_campaigns` RENAME TO `call_campaigns`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `campaigns_user` ON `call_campaigns` (`user_id`,`status`);--> statement-breakpoint
CREATE INDEX `campaigns_status` ON `call_campaigns` (`status`);--> statement-breakpoint
CREATE INDEX `campaigns_agent` ON `call_campaigns` (`agent_id`);--> statement-breakpoint
CREATE INDEX `campaigns_carry` ON `call_campaigns` (`id`) WHERE carry IS NOT NULL;
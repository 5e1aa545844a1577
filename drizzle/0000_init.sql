CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`campaign_id` text,
	`level` text NOT NULL,
	`code` text NOT NULL,
	`sentence` text NOT NULL,
	`at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_level_known" CHECK("notices"."level" IN ('info', 'warning', 'error'))
);
--> statement-breakpoint
CREATE INDEX `notices_open` ON `notices` (`at`) WHERE closed_at IS NULL;--> statement-breakpoint
CREATE TABLE `secrets` (
	`name` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`concurrent_calls_limit` integer DEFAULT 2 NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`token_version` integer DEFAULT 1 NOT NULL,
	`last_turn` integer,
	`recovery_hash` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "users_role_known" CHECK("users"."role" IN ('supervisor', 'admin')),
	CONSTRAINT "users_limit_not_negative" CHECK("users"."concurrent_calls_limit" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `call_buckets` (
	`start_at` integer NOT NULL,
	`user_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`outcome` text NOT NULL,
	`practice` integer NOT NULL,
	`calls` integer DEFAULT 0 NOT NULL,
	`talk_seconds` real DEFAULT 0 NOT NULL,
	`cost` real DEFAULT 0 NOT NULL,
	PRIMARY KEY(`user_id`, `start_at`, `campaign_id`, `agent_id`, `outcome`, `practice`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `call_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`campaign_id` text,
	`item_id` integer,
	`contact_id` integer,
	`agent_id` text NOT NULL,
	`origin` text DEFAULT 'dialer' NOT NULL,
	`attempt` integer NOT NULL,
	`phone` text NOT NULL,
	`provider` text NOT NULL,
	`caller_number` text,
	`practice` integer NOT NULL,
	`provider_call_id` text,
	`status` text DEFAULT 'dialing' NOT NULL,
	`ambiguous` integer DEFAULT false NOT NULL,
	`user_data` text DEFAULT '{}' NOT NULL,
	`claimed_at` integer NOT NULL,
	`queued_at` integer,
	`initiated_at` integer,
	`ringing_at` integer,
	`answered_at` integer,
	`disconnected_at` integer,
	`ended_at` integer,
	`slot_released_at` integer,
	`taken_back` integer DEFAULT false NOT NULL,
	`check_at` integer,
	`not_found_looks` integer DEFAULT 0 NOT NULL,
	`hold_until` integer NOT NULL,
	`duration_seconds` real,
	`answered_by_machine` integer,
	`cost` real,
	`cost_unit` text,
	`recording_url` text,
	`transcript` text,
	`summary` text,
	`extracted` text,
	`hung_up_by` text,
	`reason` text,
	`stopped_by` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `call_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `call_queue`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "calls_status_known" CHECK("calls"."status" IN ('dialing', 'queued', 'initiated', 'ringing', 'in-progress', 'disconnected', 'completed', 'voicemail', 'busy', 'no-answer', 'failed', 'cancelled', 'not-placed', 'unknown')),
	CONSTRAINT "calls_provider_known" CHECK("calls"."provider" IN ('practice', 'bolna', 'signalwire', 'elevenlabs')),
	CONSTRAINT "calls_origin_known" CHECK("calls"."origin" IN ('dialer', 'call-now', 'test')),
	CONSTRAINT "calls_end_dated" CHECK(("calls"."status" IN ('completed', 'voicemail', 'busy', 'no-answer', 'failed', 'cancelled', 'not-placed', 'unknown')) = ("calls"."ended_at" IS NOT NULL)),
	CONSTRAINT "calls_slot_held_while_up" CHECK(("calls"."status" = 'disconnected' OR "calls"."status" IN ('completed', 'voicemail', 'busy', 'no-answer', 'failed', 'cancelled', 'not-placed', 'unknown')) = ("calls"."slot_released_at" IS NOT NULL)),
	CONSTRAINT "calls_watched_until_over" CHECK(("calls"."check_at" IS NULL) = ("calls"."status" IN ('completed', 'voicemail', 'busy', 'no-answer', 'failed', 'cancelled', 'not-placed', 'unknown'))),
	CONSTRAINT "calls_accepted_has_id" CHECK("calls"."status" IN ('dialing', 'not-placed', 'unknown', 'failed', 'cancelled') OR "calls"."provider_call_id" IS NOT NULL)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calls_attempt_once` ON `calls` (`item_id`,`attempt`) WHERE status <> 'not-placed' AND item_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `calls_number_once` ON `calls` (`phone`,`practice`) WHERE slot_released_at IS NULL AND taken_back = 0;--> statement-breakpoint
CREATE UNIQUE INDEX `calls_provider_id` ON `calls` (`provider`,`provider_call_id`) WHERE provider_call_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `calls_up` ON `calls` (`user_id`,`campaign_id`,`provider`) WHERE slot_released_at IS NULL;--> statement-breakpoint
CREATE INDEX `calls_watch` ON `calls` (`check_at`) WHERE check_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `calls_number` ON `calls` (`phone`,`claimed_at`);--> statement-breakpoint
CREATE INDEX `calls_campaign` ON `calls` (`campaign_id`,`claimed_at`);--> statement-breakpoint
CREATE INDEX `calls_user` ON `calls` (`user_id`,`claimed_at`);--> statement-breakpoint
CREATE INDEX `calls_contact` ON `calls` (`contact_id`);--> statement-breakpoint
CREATE INDEX `calls_item` ON `calls` (`item_id`);--> statement-breakpoint
CREATE INDEX `calls_agent` ON `calls` (`agent_id`);--> statement-breakpoint
CREATE TABLE `campaign_hours` (
	`campaign_id` text NOT NULL,
	`on_date` text NOT NULL,
	`hour` integer NOT NULL,
	`outcome` text NOT NULL,
	`practice` integer NOT NULL,
	`calls` integer DEFAULT 0 NOT NULL,
	`talk_seconds` real DEFAULT 0 NOT NULL,
	`cost` real DEFAULT 0 NOT NULL,
	PRIMARY KEY(`campaign_id`, `on_date`, `hour`, `outcome`, `practice`),
	FOREIGN KEY (`campaign_id`) REFERENCES `call_campaigns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `provider_health` (
	`provider` text PRIMARY KEY NOT NULL,
	`ambiguous_in_row` integer DEFAULT 0 NOT NULL,
	`breaker_open_at` integer,
	`last_reason` text
);
--> statement-breakpoint
CREATE TABLE `refused_deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`received_at` integer NOT NULL,
	`route` text NOT NULL,
	`reason` text NOT NULL,
	`start` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `webhook_inbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`provider` text NOT NULL,
	`key` text NOT NULL,
	`received_at` integer NOT NULL,
	`path` text NOT NULL,
	`headers` text NOT NULL,
	`body` text NOT NULL,
	`provider_call_id` text,
	`call_id` text,
	`state` text DEFAULT 'new' NOT NULL,
	`applied_at` integer,
	`note` text,
	CONSTRAINT "inbox_state_known" CHECK("webhook_inbox"."state" IN ('new', 'waiting', 'applied', 'unmatched'))
);
--> statement-breakpoint
CREATE INDEX `inbox_open` ON `webhook_inbox` (`id`) WHERE state IN ('new', 'waiting');--> statement-breakpoint
CREATE INDEX `inbox_call` ON `webhook_inbox` (`call_id`);--> statement-breakpoint
CREATE INDEX `inbox_provider_call` ON `webhook_inbox` (`provider`,`provider_call_id`);--> statement-breakpoint
CREATE TABLE `campaign_counts` (
	`campaign_id` text PRIMARY KEY NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	`queued` integer DEFAULT 0 NOT NULL,
	`processing` integer DEFAULT 0 NOT NULL,
	`completed` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`cancelled` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `call_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "campaign_counts_add_up" CHECK("campaign_counts"."total" = "campaign_counts"."queued" + "campaign_counts"."processing" + "campaign_counts"."completed" + "campaign_counts"."failed" + "campaign_counts"."skipped" + "campaign_counts"."cancelled" AND min("campaign_counts"."queued", "campaign_counts"."processing", "campaign_counts"."completed", "campaign_counts"."failed", "campaign_counts"."skipped", "campaign_counts"."cancelled") >= 0)
);
--> statement-breakpoint
CREATE TABLE `call_campaigns` (
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
	`never_called` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`started_at` integer,
	`completed_at` integer,
	`deleted_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "campaigns_status_known" CHECK("call_campaigns"."status" IN ('draft', 'scheduled', 'active', 'paused', 'completed', 'cancelled')),
	CONSTRAINT "campaigns_pacing_known" CHECK("call_campaigns"."pacing" IN ('spread', 'asap')),
	CONSTRAINT "campaigns_carry_known" CHECK("call_campaigns"."carry" IS NULL OR "call_campaigns"."carry" IN ('cancel', 'expire', 'respread')),
	CONSTRAINT "campaigns_limit_at_least_one" CHECK("call_campaigns"."concurrency_limit" IS NULL OR "call_campaigns"."concurrency_limit" >= 1),
	CONSTRAINT "campaigns_attempts_at_least_one" CHECK("call_campaigns"."max_attempts" >= 1),
	CONSTRAINT "campaigns_opening_whole" CHECK(("call_campaigns"."open_from" IS NULL) = ("call_campaigns"."open_until" IS NULL) AND ("call_campaigns"."open_from" IS NULL OR "call_campaigns"."open_from" < "call_campaigns"."open_until")),
	CONSTRAINT "campaigns_paused_told" CHECK("call_campaigns"."status" <> 'paused' OR ("call_campaigns"."paused_at" IS NOT NULL AND "call_campaigns"."paused_by" IS NOT NULL)),
	CONSTRAINT "campaigns_completed_dated" CHECK("call_campaigns"."status" <> 'completed' OR "call_campaigns"."completed_at" IS NOT NULL),
	CONSTRAINT "campaigns_deleted_when_still" CHECK("call_campaigns"."deleted_at" IS NULL OR "call_campaigns"."status" IN ('draft', 'completed', 'cancelled'))
);
--> statement-breakpoint
CREATE INDEX `campaigns_user` ON `call_campaigns` (`user_id`,`status`);--> statement-breakpoint
CREATE INDEX `campaigns_status` ON `call_campaigns` (`status`);--> statement-breakpoint
CREATE INDEX `campaigns_agent` ON `call_campaigns` (`agent_id`);--> statement-breakpoint
CREATE INDEX `campaigns_carry` ON `call_campaigns` (`id`) WHERE carry IS NOT NULL;--> statement-breakpoint
CREATE TABLE `queue_history` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`item_id` integer NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`details` text DEFAULT '' NOT NULL,
	`reason` text,
	`by` text NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `call_queue`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `queue_history_item` ON `queue_history` (`item_id`);--> statement-breakpoint
CREATE TABLE `call_queue` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`queue_id` text GENERATED ALWAYS AS (('queue_' || id)) VIRTUAL,
	`user_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`contact_id` integer NOT NULL,
	`agent_id` text,
	`status` text DEFAULT 'queued' NOT NULL,
	`priority` integer DEFAULT 0 NOT NULL,
	`named` integer NOT NULL,
	`score` integer NOT NULL,
	`position` integer NOT NULL,
	`scheduled_for` integer NOT NULL,
	`scheduled_by` text NOT NULL,
	`ready` integer DEFAULT 0 NOT NULL,
	`ready_at` integer NOT NULL,
	`attempt_count` integer DEFAULT 0 NOT NULL,
	`max_attempts` integer,
	`retry_after` integer,
	`last_attempt_time` integer,
	`last_attempt_result` text,
	`not_placed` integer DEFAULT 0 NOT NULL,
	`callback_requested` integer DEFAULT 0 NOT NULL,
	`callback_time` integer,
	`call_id` text,
	`failure_reason` text,
	`user_data` text DEFAULT '{}' NOT NULL,
	`metadata` text DEFAULT '{}' NOT NULL,
	`import_id` text,
	`started_at` integer,
	`completed_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `call_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "queue_status_known" CHECK("call_queue"."status" IN ('queued', 'processing', 'completed', 'failed', 'skipped', 'cancelled')),
	CONSTRAINT "queue_time_source_known" CHECK("call_queue"."scheduled_by" IN ('spread', 'retry', 'callback', 'hand')),
	CONSTRAINT "queue_call_while_processing" CHECK(("call_queue"."status" = 'processing') = ("call_queue"."call_id" IS NOT NULL)),
	CONSTRAINT "queue_final_dated" CHECK(("call_queue"."status" IN ('completed', 'failed', 'skipped', 'cancelled')) = ("call_queue"."completed_at" IS NOT NULL)),
	CONSTRAINT "queue_ready_only_waiting" CHECK("call_queue"."ready" IN (0, 1) AND ("call_queue"."ready" = 0 OR "call_queue"."status" = 'queued')),
	CONSTRAINT "queue_callback_timed" CHECK("call_queue"."callback_requested" IN (0, 1) AND ("call_queue"."callback_requested" = 0 OR "call_queue"."callback_time" IS NOT NULL)),
	CONSTRAINT "queue_removed_final" CHECK("call_queue"."removed_at" IS NULL OR "call_queue"."status" IN ('completed', 'failed', 'skipped', 'cancelled')),
	CONSTRAINT "queue_attempts_counted" CHECK("call_queue"."attempt_count" >= 0 AND "call_queue"."not_placed" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `queue_once` ON `call_queue` (`campaign_id`,`contact_id`) WHERE removed_at IS NULL;--> statement-breakpoint
CREATE INDEX `queue_claim` ON `call_queue` (`campaign_id`,priority DESC,named DESC,score DESC,`position`) WHERE status = 'queued' AND ready = 1 AND callback_requested = 0;--> statement-breakpoint
CREATE INDEX `queue_callbacks` ON `call_queue` (`campaign_id`,`callback_time`) WHERE status = 'queued' AND callback_requested = 1;--> statement-breakpoint
CREATE INDEX `queue_waking` ON `call_queue` (`ready_at`) WHERE status = 'queued' AND ready = 0;--> statement-breakpoint
CREATE INDEX `queue_due` ON `call_queue` (`campaign_id`,`ready_at`,priority DESC,named DESC,score DESC,`position`) WHERE status = 'queued' AND ready = 0;--> statement-breakpoint
CREATE INDEX `queue_state` ON `call_queue` (`campaign_id`,`status`,`position`);--> statement-breakpoint
CREATE INDEX `queue_contact` ON `call_queue` (`contact_id`);--> statement-breakpoint
CREATE INDEX `queue_agent` ON `call_queue` (`agent_id`) WHERE agent_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`target` text NOT NULL,
	`campaign_id` text,
	`file_name` text NOT NULL,
	`bytes` integer NOT NULL,
	`state` text DEFAULT 'reading' NOT NULL,
	`options` text DEFAULT '{}' NOT NULL,
	`rows` integer DEFAULT 0 NOT NULL,
	`imported` integer DEFAULT 0 NOT NULL,
	`known` integer DEFAULT 0 NOT NULL,
	`duplicates` integer DEFAULT 0 NOT NULL,
	`invalid` integer DEFAULT 0 NOT NULL,
	`warnings` integer DEFAULT 0 NOT NULL,
	`written_up_to` integer DEFAULT 0 NOT NULL,
	`error` text,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_target_known" CHECK("imports"."target" IN ('contacts', 'campaign', 'people', 'do-not-call')),
	CONSTRAINT "imports_state_known" CHECK("imports"."state" IN ('reading', 'checked', 'writing', 'finished', 'cancelled', 'failed', 'undoing', 'undone')),
	CONSTRAINT "imports_over_dated" CHECK(("imports"."state" IN ('finished', 'cancelled', 'failed', 'undone')) = ("imports"."finished_at" IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX `imports_user` ON `imports` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `imports_open` ON `imports` (`id`) WHERE finished_at IS NULL;--> statement-breakpoint
CREATE TABLE `agents` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	`provider` text NOT NULL,
	`provider_agent_id` text NOT NULL,
	`caller_number` text,
	`options` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agents_provider_known" CHECK("agents"."provider" IN ('practice', 'bolna', 'signalwire', 'elevenlabs'))
);
--> statement-breakpoint
CREATE INDEX `agents_user` ON `agents` (`user_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`phone` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`first_name` text DEFAULT '' NOT NULL,
	`last_name` text DEFAULT '' NOT NULL,
	`email` text,
	`company` text,
	`time_zone` text,
	`custom_fields` text DEFAULT '{}' NOT NULL,
	`not_connected` integer DEFAULT 0 NOT NULL,
	`successful_calls` integer DEFAULT 0 NOT NULL,
	`last_conversation_at` integer,
	`last_summary` text,
	`import_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contacts_number_e164" CHECK("contacts"."phone" GLOB '+[1-9]*')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_number` ON `contacts` (`phone`,`user_id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `contacts_user` ON `contacts` (`user_id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `contacts_deleted_number` ON `contacts` (`user_id`,`phone`) WHERE deleted_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `contacts_import` ON `contacts` (`import_id`) WHERE import_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `do_not_call` (
	`phone` text PRIMARY KEY NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "do_not_call_number_e164" CHECK("do_not_call"."phone" GLOB '+[1-9]*')
);
--> statement-breakpoint
CREATE TABLE `do_not_call_removals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`phone` text NOT NULL,
	`reason` text NOT NULL,
	`removed_by` text NOT NULL,
	`removed_at` integer NOT NULL,
	FOREIGN KEY (`removed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `holidays` (
	`on_date` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);

ALTER TABLE `call_queue` ADD `cancel_asked_at` integer;--> statement-breakpoint
CREATE INDEX `queue_cancelling` ON `call_queue` (`cancel_asked_at`) WHERE cancel_asked_at IS NOT NULL;
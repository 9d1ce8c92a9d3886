-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('telegram', 'zalo', 'zalo_bot', 'web', 'email', 'push');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('created', 'handed_over', 'failed', 'unreachable', 'cancelled');

-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('notice', 'directive', 'reminder');

-- CreateEnum
CREATE TYPE "audience_kind" AS ENUM ('members', 'secretaries', 'silent');

-- CreateEnum
CREATE TYPE "unit_kind" AS ENUM ('central', 'province', 'commune', 'branch', 'cell');

-- CreateEnum
CREATE TYPE "role_name" AS ENUM ('secretary', 'deputy', 'committee', 'officer', 'admin');

-- CreateEnum
CREATE TYPE "status_name" AS ENUM ('official', 'probationary', 'reduced', 'exempt', 'temporarily_exempt', 'away', 'visiting', 'transferring', 'suspended', 'removed', 'expelled', 'resigned', 'deceased');

-- CreateEnum
CREATE TYPE "membership_kind" AS ENUM ('home', 'temporary');

-- CreateEnum
CREATE TYPE "chat_state" AS ENUM ('active', 'stopped', 'blocked', 'ended');

-- CreateTable
CREATE TABLE "inbound_event" (
    "id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "event_key" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "payload" BYTEA,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "inbound_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "channel" "channel" NOT NULL,
    "address" TEXT NOT NULL,
    "state" BYTEA,
    "lease_until" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("channel","address")
);

-- CreateTable
CREATE TABLE "send_budget" (
    "channel" "channel" NOT NULL,
    "next_free" TIMESTAMPTZ(6) NOT NULL,
    "paused_until" TIMESTAMPTZ(6),

    CONSTRAINT "send_budget_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "channel_account" (
    "channel" "channel" NOT NULL,
    "name" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_account_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "delivery" (
    "notice_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'created',
    "channel" "channel",
    "tried" "channel"[] NOT NULL DEFAULT '{}',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "repeats" SMALLINT NOT NULL DEFAULT 0,
    "parts_sent" SMALLINT NOT NULL DEFAULT 0,
    "in_doubt" BOOLEAN NOT NULL DEFAULT false,
    "next_at" TIMESTAMPTZ(3),
    "handed_over_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "told_by" UUID,
    "provider_id" TEXT,
    "reason" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("notice_id","member_id")
);

-- CreateTable
CREATE TABLE "audience_slice" (
    "notice_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "expand_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "urgent" BOOLEAN NOT NULL,
    "sender_unit_id" UUID NOT NULL,
    "follows_id" UUID,
    "members" UUID[],

    CONSTRAINT "audience_slice_pkey" PRIMARY KEY ("notice_id","number")
);

-- CreateTable
CREATE TABLE "dispatch" (
    "notice_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "unit_id" UUID NOT NULL,
    "cursor" UUID NOT NULL,
    "exhausted" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(3),
    "turn_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "dispatch_pkey" PRIMARY KEY ("notice_id","channel")
);

-- CreateTable
CREATE TABLE "delivery_batch" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "first_member" UUID NOT NULL,
    "last_member" UUID NOT NULL,
    "members" UUID[],
    "worker" TEXT NOT NULL,
    "lease_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "sender_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "audience" "audience_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "number" TEXT,
    "issued_on" DATE,
    "wants_ack" BOOLEAN NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "send_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "recipients" INTEGER NOT NULL,
    "subject_key" TEXT,
    "idempotency_key" TEXT,
    "request_hash" BYTEA,
    "reminds_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment_upload" (
    "attachment_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "provider_file_id" TEXT NOT NULL,

    CONSTRAINT "attachment_upload_pkey" PRIMARY KEY ("attachment_id","channel")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "unit_kind" NOT NULL,
    "parent_id" UUID,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "joined_on" DATE,
    "phone" BYTEA,
    "email" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" "membership_kind" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_status" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "status" "status_name" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "member_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "role" "role_name" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule" (
    "key" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "value" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "rule_pkey" PRIMARY KEY ("key","effective_from")
);

-- CreateTable
CREATE TABLE "invite" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat" (
    "id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "address" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "state" "chat_state" NOT NULL,
    "preference" INTEGER NOT NULL DEFAULT 0,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "queue_prefix" TEXT NOT NULL,
    "key_check" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "inbound_event_channel_event_key_key" ON "inbound_event"("channel", "event_key");

-- CreateIndex
CREATE INDEX "audience_slice_expand_at_idx" ON "audience_slice"("expand_at");

-- CreateIndex
CREATE INDEX "dispatch_channel_exhausted_turn_at_idx" ON "dispatch"("channel", "exhausted", "turn_at");

-- CreateIndex
CREATE INDEX "delivery_batch_notice_id_idx" ON "delivery_batch"("notice_id");

-- CreateIndex
CREATE INDEX "notice_unit_id_created_at_idx" ON "notice"("unit_id", "created_at");

-- CreateIndex
CREATE INDEX "notice_subject_key_idx" ON "notice"("subject_key");

-- CreateIndex
CREATE UNIQUE INDEX "notice_sender_id_idempotency_key_key" ON "notice"("sender_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "attachment_notice_id_idx" ON "attachment"("notice_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_code_key" ON "member"("code");

-- CreateIndex
CREATE INDEX "membership_member_id_idx" ON "membership"("member_id");

-- CreateIndex
CREATE INDEX "membership_unit_id_idx" ON "membership"("unit_id");

-- CreateIndex
CREATE INDEX "member_status_member_id_idx" ON "member_status"("member_id");

-- CreateIndex
CREATE INDEX "role_member_id_idx" ON "role"("member_id");

-- CreateIndex
CREATE INDEX "role_unit_id_idx" ON "role"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "invite_code_hash_key" ON "invite"("code_hash");

-- CreateIndex
CREATE INDEX "invite_member_id_idx" ON "invite"("member_id");

-- CreateIndex
CREATE INDEX "consent_member_id_idx" ON "consent"("member_id");

-- CreateIndex
CREATE INDEX "chat_member_id_channel_idx" ON "chat"("member_id", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "chat_channel_address_key" ON "chat"("channel", "address");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_reminds_id_fkey" FOREIGN KEY ("reminds_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment_upload" ADD CONSTRAINT "attachment_upload_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_status" ADD CONSTRAINT "member_status_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat" ADD CONSTRAINT "chat_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say ------------------------------------------------------------------------------------

-- Only rows that wait for a moment of their own are indexed by it: an ordinary delivery never touches this
-- index, so recording its outcome stays a heap-only update.
CREATE INDEX "delivery_due_idx" ON "delivery" ("channel", "next_at") WHERE "next_at" IS NOT NULL;

-- Room on each page for the one update a delivery gets, and for its receipts.
ALTER TABLE "delivery" SET (fillfactor = 70);

CREATE INDEX "inbound_event_waiting_idx" ON "inbound_event" ("received_at", "id") WHERE "handled_at" IS NULL;

ALTER TABLE "unit" ADD CONSTRAINT "unit_not_its_own_parent" CHECK ("parent_id" <> "id");
ALTER TABLE "notice" ADD CONSTRAINT "notice_recipients_counted" CHECK ("recipients" >= 0);
ALTER TABLE "membership" ADD CONSTRAINT "membership_dates_in_order" CHECK ("to_on" IS NULL OR "to_on" >= "from_on");
ALTER TABLE "installation" ADD CONSTRAINT "installation_is_one" CHECK ("id" = 1);
CREATE UNIQUE INDEX "membership_one_home" ON "membership" ("member_id") WHERE "kind" = 'home' AND "to_on" IS NULL;

-- Constants of party life, with the regulation that sets them (design paper on the domain, sections 0 to 5).
-- Regulation 294-QĐ/TW is reported replaced by 208-QĐ/TW (26/7/2026), whose full text has not been seen.
INSERT INTO "rule" ("key", "effective_from", "value", "source", "note") VALUES
  ('vote.ordinary-resolution', '2025-07-01', '{"moreThan": [1, 2]}', '294-QĐ/TW, 9.3.2', 'Đối chiếu 208-QĐ/TW'),
  ('vote.two-thirds-matters', '2025-07-01', '{"atLeast": [2, 3]}', '294-QĐ/TW, 9.3.4, và 06-HD/TW, 3.6b, 4.5, 4.6', 'Đối chiếu 208-QĐ/TW'),
  ('cell.minimum-official-members', '2025-07-01', '3', 'Điều lệ Đảng, Điều 24, và 294-QĐ/TW, 20.2.1', NULL),
  ('member.probation-months', '2025-07-01', '12', '294-QĐ/TW, 4.5, và 06-HD/TW, 4.2', NULL),
  ('member.removal-months-absent', '2025-07-01', '3', '294-QĐ/TW, 8.1, và 06-HD/TW, 4.6, 11.1', 'Ba tháng trong một năm, không phải ba tháng liền'),
  ('meeting.minimum-minutes', '2025-10-28', '{"regular": 90, "combined": 120}', '42-HD/BTCTW (28/10/2025)', 'Chi bộ ít đảng viên: cấp ủy có thẩm quyền quy định'),
  ('meeting.report-days', '2025-10-28', '2', '42-HD/BTCTW (28/10/2025)', NULL),
  ('opinion.answer-working-days', '2025-07-01', '{"base": 30, "above": 60, "central": 90}', '294-QĐ/TW, 2.3', NULL),
  ('directive.pass-on-days', '2025-07-01', '10', 'Thông lệ của một đảng ủy xã', 'Không có quy định chung: mỗi cấp ủy tự đặt');

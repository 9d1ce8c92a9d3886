-- CreateEnum
CREATE TYPE "way" AS ENUM ('free', 'paid', 'template', 'phone_template', 'group', 'reply');

-- CreateEnum
CREATE TYPE "login_state" AS ENUM ('connected', 'needs_reauthorisation');

-- CreateEnum
CREATE TYPE "group_mode" AS ENUM ('beside', 'instead', 'fallback');

-- CreateEnum
CREATE TYPE "post_state" AS ENUM ('waiting', 'posted', 'failed');

-- AlterTable
ALTER TABLE "chat" ADD COLUMN     "chosen" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "heard_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "channel_usage" (
    "channel" "channel" NOT NULL,
    "month" DATE NOT NULL,
    "way" "way" NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "cost" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "channel_usage_pkey" PRIMARY KEY ("channel","month","way")
);

-- CreateTable
CREATE TABLE "channel_login" (
    "channel" "channel" NOT NULL,
    "state" "login_state" NOT NULL,
    "access" BYTEA,
    "refresh" BYTEA,
    "access_expires_at" TIMESTAMPTZ(3),
    "refresh_expires_at" TIMESTAMPTZ(3),
    "generation" INTEGER NOT NULL DEFAULT 0,
    "refreshing_until" TIMESTAMPTZ(3),
    "problem" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "account" JSONB,

    CONSTRAINT "channel_login_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "login_request" (
    "state_hash" BYTEA NOT NULL,
    "channel" "channel" NOT NULL,
    "verifier" BYTEA NOT NULL,
    "member_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_request_pkey" PRIMARY KEY ("state_hash")
);

-- CreateTable
CREATE TABLE "chat_group" (
    "id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "unit_id" UUID,
    "mode" "group_mode" NOT NULL DEFAULT 'fallback',
    "linked_at" TIMESTAMPTZ(3),
    "linked_by" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "chat_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_group_person" (
    "group_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_group_person_pkey" PRIMARY KEY ("group_id","address")
);

-- CreateTable
CREATE TABLE "group_code" (
    "hash" BYTEA NOT NULL,
    "channel" "channel" NOT NULL,
    "unit_id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_code_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "group_post" (
    "notice_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "state" "post_state" NOT NULL DEFAULT 'waiting',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "repeats" SMALLINT NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "posted_at" TIMESTAMPTZ(3),
    "provider_id" TEXT,
    "problem" TEXT,

    CONSTRAINT "group_post_pkey" PRIMARY KEY ("notice_id","group_id")
);

-- CreateTable
CREATE TABLE "channel_profile" (
    "unit_id" UUID NOT NULL,
    "channels" "channel"[],
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" UUID,

    CONSTRAINT "channel_profile_pkey" PRIMARY KEY ("unit_id")
);

-- CreateTable
CREATE TABLE "push_subscription" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "endpoint_hash" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sent_message" (
    "channel" "channel" NOT NULL,
    "provider_id" TEXT NOT NULL,
    "notice_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sent_message_pkey" PRIMARY KEY ("channel","provider_id")
);

-- CreateTable
CREATE TABLE "kept_secret" (
    "name" TEXT NOT NULL,
    "value" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_secret_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "chat_group_unit_id_idx" ON "chat_group"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "chat_group_channel_address_key" ON "chat_group"("channel", "address");

-- CreateIndex
CREATE INDEX "chat_group_person_address_idx" ON "chat_group_person"("address");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_endpoint_hash_key" ON "push_subscription"("endpoint_hash");

-- CreateIndex
CREATE INDEX "push_subscription_address_idx" ON "push_subscription"("address");

-- CreateIndex
CREATE INDEX "sent_message_sent_at_idx" ON "sent_message"("sent_at");

-- CreateIndex
CREATE INDEX "sent_message_member_id_idx" ON "sent_message"("member_id");

-- AddForeignKey
ALTER TABLE "chat_group_person" ADD CONSTRAINT "chat_group_person_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "chat_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_post" ADD CONSTRAINT "group_post_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "chat_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say ------------------------------------------------------------------------------------

CREATE INDEX "group_post_waiting_idx" ON "group_post" ("next_at") WHERE "state" = 'waiting';

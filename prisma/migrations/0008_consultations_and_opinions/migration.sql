-- What a committee asks its members.
-- CreateEnum
CREATE TYPE "consultation_kind" AS ENUM ('draft', 'poll', 'survey');

-- CreateEnum
CREATE TYPE "consultation_level" AS ENUM ('named', 'confidential', 'unnamed');

-- CreateEnum
CREATE TYPE "consultation_state" AS ENUM ('preparing', 'open', 'closed', 'cancelled');

-- CreateTable
CREATE TABLE "consultation" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" "consultation_kind" NOT NULL,
    "level" "consultation_level" NOT NULL,
    "state" "consultation_state" NOT NULL,
    "audience" "audience_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "introduction" TEXT NOT NULL,
    "questions" JSONB NOT NULL,
    "live" BOOLEAN NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" UUID,
    "opened_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "eligible" INTEGER NOT NULL DEFAULT 0,
    "notice_id" UUID,
    "reminded_at" TIMESTAMPTZ(3),
    "answered" INTEGER,
    "results" BYTEA,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_participant" (
    "consultation_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "drawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "consultation_participant_pkey" PRIMARY KEY ("consultation_id","member_id")
);

-- CreateTable
CREATE TABLE "consultation_paper" (
    "consultation_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "words" BYTEA,

    CONSTRAINT "consultation_paper_pkey" PRIMARY KEY ("consultation_id","hash")
);

-- CreateTable
CREATE TABLE "consultation_answer" (
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "member_id" UUID,
    "owner_hash" BYTEA,
    "content" BYTEA NOT NULL,

    CONSTRAINT "consultation_answer_pkey" PRIMARY KEY ("consultation_id","id")
);

-- CreateIndex
CREATE INDEX "consultation_unit_id_created_at_idx" ON "consultation"("unit_id", "created_at");

-- CreateIndex
CREATE INDEX "consultation_state_closes_at_idx" ON "consultation"("state", "closes_at");

-- CreateIndex
CREATE INDEX "consultation_participant_member_id_idx" ON "consultation_participant"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_paper_hash_key" ON "consultation_paper"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_answer_owner_hash_key" ON "consultation_answer"("owner_hash");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_answer_consultation_id_member_id_key" ON "consultation_answer"("consultation_id", "member_id");

-- AddForeignKey
ALTER TABLE "consultation_participant" ADD CONSTRAINT "consultation_participant_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_paper" ADD CONSTRAINT "consultation_paper_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_answer" ADD CONSTRAINT "consultation_answer_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is promised on each level, kept by the database too.
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_opened" CHECK (
  ("state" IN ('preparing')) = ("opened_at" IS NULL) AND ("opened_at" IS NULL) = ("opened_by" IS NULL));
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_ended" CHECK (
  ("state" IN ('closed', 'cancelled')) = ("ended_at" IS NOT NULL));
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_results" CHECK ("results" IS NULL OR "state" = 'closed');
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_live" CHECK (NOT "live" OR "level" = 'named');

-- An answer is its author's, or sealed to its author, or nobody's.
ALTER TABLE "consultation_answer" ADD CONSTRAINT "consultation_answer_owner" CHECK (
  "member_id" IS NULL OR "owner_hash" IS NULL);

-- The pool, and what was drawn from it.
CREATE INDEX "consultation_paper_pool" ON "consultation_paper"("consultation_id", "hash") WHERE "words" IS NOT NULL;
CREATE INDEX "consultation_paper_drawn" ON "consultation_paper"("consultation_id", "hash") WHERE "words" IS NULL;

-- The most frequent proposals of a month, grouped.
-- CreateTable
CREATE TABLE "feedback_proposals" (
    "unit_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "groups" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_proposals_pkey" PRIMARY KEY ("unit_id","month")
);

-- CreateTable
CREATE TABLE "feedback_grouped" (
    "item_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "theme" SMALLINT NOT NULL,
    "quote_from" SMALLINT,
    "quote_to" SMALLINT,

    CONSTRAINT "feedback_grouped_pkey" PRIMARY KEY ("item_id")
);

-- CreateIndex
CREATE INDEX "feedback_proposals_month_idx" ON "feedback_proposals"("month");

-- CreateIndex
CREATE INDEX "feedback_grouped_month_theme_idx" ON "feedback_grouped"("month", "theme");

-- AddForeignKey
ALTER TABLE "feedback_grouped" ADD CONSTRAINT "feedback_grouped_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "feedback_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A quote has a beginning and an end, or is none.
ALTER TABLE "feedback_grouped" ADD CONSTRAINT "feedback_grouped_quote" CHECK (
  ("quote_from" IS NULL AND "quote_to" IS NULL) OR ("quote_from" >= 0 AND "quote_to" > "quote_from"));

-- Files said in a chat, until they are taken in.
-- CreateTable
CREATE TABLE "feedback_draft_file" (
    "id" UUID NOT NULL,
    "owner" BYTEA NOT NULL,
    "source" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_draft_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "web_upload" (
    "address" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "web_upload_pkey" PRIMARY KEY ("address","ref")
);

-- CreateIndex
CREATE UNIQUE INDEX "feedback_draft_file_source_key" ON "feedback_draft_file"("source");

-- CreateIndex
CREATE INDEX "feedback_draft_file_owner_idx" ON "feedback_draft_file"("owner");

-- CreateIndex
CREATE INDEX "feedback_draft_file_kept_at_idx" ON "feedback_draft_file"("kept_at");

-- CreateIndex
CREATE INDEX "web_upload_kept_at_idx" ON "web_upload"("kept_at");

-- AddForeignKey
ALTER TABLE "web_upload" ADD CONSTRAINT "web_upload_address_fkey" FOREIGN KEY ("address") REFERENCES "web_chat"("address") ON DELETE CASCADE ON UPDATE CASCADE;

-- A sealed link, opened by two. Items that went on to a successor.
-- AlterEnum


ALTER TYPE "feedback_entry_kind" ADD VALUE 'succeeded';
ALTER TYPE "feedback_entry_kind" ADD VALUE 'unsealed';

-- CreateTable
CREATE TABLE "feedback_unsealing" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "top_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "grounds" BYTEA NOT NULL,
    "agreed_by_id" UUID,
    "agreed_at" TIMESTAMPTZ(3),
    "position" SMALLINT,
    "seen_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "feedback_unsealing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "feedback_unsealing_item_id_idx" ON "feedback_unsealing"("item_id");

-- CreateIndex
CREATE INDEX "feedback_unsealing_top_id_asked_at_idx" ON "feedback_unsealing"("top_id", "asked_at");

-- Two persons, whatever the program does. Seen only where both agreed and the author has an entry to be told by.
ALTER TABLE "feedback_unsealing" ADD CONSTRAINT "feedback_unsealing_takes_two" CHECK (
  ("agreed_by_id" IS NULL) = ("agreed_at" IS NULL) AND ("agreed_at" IS NULL) = ("position" IS NULL)
  AND ("agreed_by_id" IS NULL OR "agreed_by_id" <> "asked_by_id")
  AND ("seen_at" IS NULL OR ("agreed_at" IS NOT NULL AND "ended_at" IS NULL))
  AND ("ended_by_id" IS NULL) = ("ended_at" IS NULL));

-- What was said to a unit that is no more is looked for often: such units are few.
CREATE INDEX "unit_ended_idx" ON "unit" ("valid_to") WHERE "valid_to" IS NOT NULL;

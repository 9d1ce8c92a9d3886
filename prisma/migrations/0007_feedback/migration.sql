-- CreateEnum
CREATE TYPE "feedback_level" AS ENUM ('named', 'confidential', 'unlinkable');

-- CreateEnum
CREATE TYPE "feedback_kind" AS ENUM ('question', 'opinion', 'proposal', 'reported');

-- CreateEnum
CREATE TYPE "feedback_state" AS ENUM ('new', 'taken', 'answered', 'closed', 'reopened', 'withdrawn');

-- CreateEnum
CREATE TYPE "feedback_entry_kind" AS ENUM ('reply', 'note', 'took', 'released', 'forwarded', 'closed', 'reopened', 'rated', 'escalated');

-- AlterTable
ALTER TABLE "web_message" ADD COLUMN     "sealed" BYTEA;

-- CreateTable
CREATE TABLE "feedback_topic" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "feedback_topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_staged" (
    "id" UUID NOT NULL,
    "level" "feedback_level" NOT NULL,
    "unit_id" UUID,
    "staged_on" DATE NOT NULL,
    "content" BYTEA NOT NULL,
    "author" BYTEA,
    "request_hash" BYTEA,
    "receipt_hash" BYTEA,

    CONSTRAINT "feedback_staged_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_staged_file" (
    "id" UUID NOT NULL,
    "staged_id" UUID NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "feedback_staged_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_item" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "unit_id" UUID NOT NULL,
    "said_to_id" UUID NOT NULL,
    "level" "feedback_level" NOT NULL,
    "kind" "feedback_kind" NOT NULL,
    "topic_id" UUID,
    "content" BYTEA NOT NULL,
    "state" "feedback_state" NOT NULL,
    "received_on" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author" BYTEA,
    "receipt_hash" BYTEA,
    "request_hash" BYTEA,
    "due_on" DATE,
    "late_reason" TEXT,
    "taken_by_id" UUID,
    "answered_on" DATE,
    "closed_on" DATE,
    "reopened_on" DATE,
    "useful" BOOLEAN,
    "reminded_on" DATE,
    "escalated_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "feedback_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_entry" (
    "item_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "kind" "feedback_entry_kind" NOT NULL,
    "by_id" UUID,
    "unit_id" UUID NOT NULL,
    "to_unit_id" UUID,
    "text" BYTEA,
    "done_on" DATE NOT NULL,

    CONSTRAINT "feedback_entry_pkey" PRIMARY KEY ("item_id","position")
);

-- CreateTable
CREATE TABLE "feedback_file" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "feedback_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_outbox" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "feedback_outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_canned_answer" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "feedback_canned_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_promise" (
    "unit_id" UUID NOT NULL,
    "working_days" SMALLINT NOT NULL,

    CONSTRAINT "feedback_promise_pkey" PRIMARY KEY ("unit_id")
);

-- CreateTable
CREATE TABLE "feedback_snapshot" (
    "unit_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "groups" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_snapshot_pkey" PRIMARY KEY ("unit_id","month")
);

-- CreateTable
CREATE TABLE "feedback_counted" (
    "item_id" UUID NOT NULL,
    "month" DATE NOT NULL,

    CONSTRAINT "feedback_counted_pkey" PRIMARY KEY ("item_id")
);

-- CreateIndex
CREATE INDEX "feedback_topic_unit_id_idx" ON "feedback_topic"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_staged_request_hash_key" ON "feedback_staged"("request_hash");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_staged_receipt_hash_key" ON "feedback_staged"("receipt_hash");

-- CreateIndex
CREATE INDEX "feedback_staged_level_staged_on_idx" ON "feedback_staged"("level", "staged_on");

-- CreateIndex
CREATE INDEX "feedback_staged_file_staged_id_idx" ON "feedback_staged_file"("staged_id");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_item_number_key" ON "feedback_item"("number");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_item_receipt_hash_key" ON "feedback_item"("receipt_hash");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_item_request_hash_key" ON "feedback_item"("request_hash");

-- CreateIndex
CREATE INDEX "feedback_item_unit_id_state_idx" ON "feedback_item"("unit_id", "state");

-- CreateIndex
CREATE INDEX "feedback_item_author_id_idx" ON "feedback_item"("author_id");

-- CreateIndex
CREATE INDEX "feedback_file_item_id_idx" ON "feedback_file"("item_id");

-- CreateIndex
CREATE INDEX "feedback_outbox_due_at_idx" ON "feedback_outbox"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_outbox_item_id_position_key" ON "feedback_outbox"("item_id", "position");

-- CreateIndex
CREATE INDEX "feedback_canned_answer_unit_id_idx" ON "feedback_canned_answer"("unit_id");

-- CreateIndex
CREATE INDEX "feedback_counted_month_idx" ON "feedback_counted"("month");

-- CreateIndex
CREATE INDEX "feedback_snapshot_month_idx" ON "feedback_snapshot"("month");

-- AddForeignKey
ALTER TABLE "feedback_topic" ADD CONSTRAINT "feedback_topic_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "feedback_topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_staged_file" ADD CONSTRAINT "feedback_staged_file_staged_id_fkey" FOREIGN KEY ("staged_id") REFERENCES "feedback_staged"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_entry" ADD CONSTRAINT "feedback_entry_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "feedback_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_file" ADD CONSTRAINT "feedback_file_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "feedback_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_outbox" ADD CONSTRAINT "feedback_outbox_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "feedback_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_counted" ADD CONSTRAINT "feedback_counted_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "feedback_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Each level knows of its author what it promised to know, and no more.
ALTER TABLE "feedback_item" ADD CONSTRAINT "feedback_item_keeps_its_level" CHECK (
  CASE "level"
    WHEN 'named' THEN "author_id" IS NOT NULL AND "author" IS NULL AND "receipt_hash" IS NULL
      AND "received_at" IS NOT NULL AND "number" IS NOT NULL
    WHEN 'confidential' THEN "author_id" IS NULL AND "author" IS NOT NULL AND "receipt_hash" IS NULL
      AND "received_at" IS NULL AND "request_hash" IS NULL AND "number" IS NOT NULL
    ELSE "author_id" IS NULL AND "author" IS NULL AND "received_at" IS NULL AND "request_hash" IS NULL
      AND "number" IS NULL AND "due_on" IS NULL
  END);
ALTER TABLE "feedback_staged" ADD CONSTRAINT "feedback_staged_keeps_its_level" CHECK (
  CASE "level"
    WHEN 'confidential' THEN "unit_id" IS NULL AND "author" IS NOT NULL AND "receipt_hash" IS NULL
    WHEN 'unlinkable' THEN "unit_id" IS NOT NULL AND "author" IS NULL AND "request_hash" IS NULL
      AND "receipt_hash" IS NOT NULL
    ELSE false
  END);
ALTER TABLE "feedback_outbox" ALTER COLUMN "id" SET DEFAULT gen_random_uuid();
-- What is late or about to be is looked for every hour: it is little of all that was ever said.
CREATE INDEX "feedback_item_due_idx" ON "feedback_item" ("due_on")
  WHERE "due_on" IS NOT NULL AND "state" IN ('new', 'taken', 'reopened');
ALTER TABLE "feedback_promise" ADD CONSTRAINT "feedback_promise_days" CHECK ("working_days" BETWEEN 1 AND 90);

INSERT INTO "rule" ("key", "effective_from", "value", "source", "note") VALUES
  ('feedback.answer-days', '2025-07-01', '{"cell": 30, "branch": 30, "commune": 30, "province": 60, "central": 90}',
    '294-QĐ/TW, 2.3', 'Ngày làm việc, lâu hơn thì nêu lý do. Đối chiếu 208-QĐ/TW'),
  ('feedback.company', '2026-01-01', '{"items": 5, "eligible": 10, "waitsDays": 30}', 'Quy ước của hệ thống',
    'Góp ý không ghi tên chỉ đến người đọc khi có ít nhất ngần này góp ý và ngày đã hết, chỉ nhận cho nơi có ít nhất ngần này đảng viên, chờ quá ngần này ngày thì chuyển lên cấp trên'),
  ('feedback.small-group', '2026-01-01', '5', 'Quy ước của hệ thống', 'Báo cáo không cho thấy nhóm nhỏ hơn số này, kể cả bằng phép trừ');

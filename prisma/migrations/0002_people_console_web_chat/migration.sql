-- CreateEnum
CREATE TYPE "succession_kind" AS ENUM ('merge', 'split');

-- CreateEnum
CREATE TYPE "request_kind" AS ENUM ('correction', 'other');

-- CreateEnum
CREATE TYPE "via" AS ENUM ('console', 'api', 'command', 'chat', 'system');

-- CreateEnum
CREATE TYPE "web_direction" AS ENUM ('in', 'out');

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "folded_name" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "end_reason" TEXT,
ADD COLUMN     "ended_by" UUID,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "recorded_by" UUID;

-- AlterTable
ALTER TABLE "member_status" ADD COLUMN     "end_reason" TEXT,
ADD COLUMN     "ended_by" UUID,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "recorded_by" UUID;

-- AlterTable
ALTER TABLE "role" ADD COLUMN     "end_reason" TEXT,
ADD COLUMN     "ended_by" UUID,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "recorded_by" UUID;

-- CreateTable
CREATE TABLE "unit_move" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "from_parent_id" UUID,
    "to_parent_id" UUID,
    "on_day" DATE NOT NULL,
    "recorded_by" UUID,
    "reason" TEXT,

    CONSTRAINT "unit_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_succession" (
    "id" UUID NOT NULL,
    "kind" "succession_kind" NOT NULL,
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "recorded_by" UUID,
    "reason" TEXT,

    CONSTRAINT "unit_succession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "console_session" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "console_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_draft" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_draft" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "fields" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_draft_file" (
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "notice_draft_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_request" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "request_kind" NOT NULL,
    "text" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" UUID,
    "answer" BYTEA,

    CONSTRAINT "member_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "member_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_by" UUID,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "via" "via" NOT NULL,
    "action" TEXT NOT NULL,
    "unit_id" UUID,
    "subject_id" UUID,
    "facts" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "web_chat" (
    "address" TEXT NOT NULL,
    "last_event" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "web_chat_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "web_device" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "web_device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "web_device_link" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "web_device_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "web_message" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "event" INTEGER NOT NULL,
    "direction" "web_direction" NOT NULL,
    "text" TEXT NOT NULL,
    "bold" JSONB NOT NULL,
    "buttons" JSONB NOT NULL,
    "file_id" UUID,
    "key" TEXT,
    "toast" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "web_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "web_file" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "web_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "unit_move_unit_id_idx" ON "unit_move"("unit_id");

-- CreateIndex
CREATE INDEX "unit_succession_predecessor_id_idx" ON "unit_succession"("predecessor_id");

-- CreateIndex
CREATE INDEX "unit_succession_successor_id_idx" ON "unit_succession"("successor_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_link_hash_key" ON "sign_in_link"("hash");

-- CreateIndex
CREATE INDEX "sign_in_link_member_id_idx" ON "sign_in_link"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "console_session_hash_key" ON "console_session"("hash");

-- CreateIndex
CREATE INDEX "console_session_member_id_idx" ON "console_session"("member_id");

-- CreateIndex
CREATE INDEX "notice_draft_member_id_idx" ON "notice_draft"("member_id");

-- CreateIndex
CREATE INDEX "notice_draft_file_draft_id_idx" ON "notice_draft_file"("draft_id");

-- CreateIndex
CREATE INDEX "member_request_member_id_idx" ON "member_request"("member_id");

-- CreateIndex
CREATE INDEX "erasure_code_hash_idx" ON "erasure"("code_hash");

-- CreateIndex
CREATE INDEX "audit_entry_unit_id_id_idx" ON "audit_entry"("unit_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_idx" ON "audit_entry"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "web_device_hash_key" ON "web_device"("hash");

-- CreateIndex
CREATE INDEX "web_device_address_idx" ON "web_device"("address");

-- CreateIndex
CREATE UNIQUE INDEX "web_device_link_hash_key" ON "web_device_link"("hash");

-- CreateIndex
CREATE INDEX "web_message_file_id_idx" ON "web_message"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "web_message_address_event_key" ON "web_message"("address", "event");

-- CreateIndex
CREATE UNIQUE INDEX "web_message_address_key_key" ON "web_message"("address", "key");

-- AddForeignKey
ALTER TABLE "unit_move" ADD CONSTRAINT "unit_move_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "console_session" ADD CONSTRAINT "console_session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_draft" ADD CONSTRAINT "import_draft_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_draft" ADD CONSTRAINT "notice_draft_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_draft_file" ADD CONSTRAINT "notice_draft_file_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "notice_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_request" ADD CONSTRAINT "member_request_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "web_device" ADD CONSTRAINT "web_device_address_fkey" FOREIGN KEY ("address") REFERENCES "web_chat"("address") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "web_message" ADD CONSTRAINT "web_message_address_fkey" FOREIGN KEY ("address") REFERENCES "web_chat"("address") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "web_message" ADD CONSTRAINT "web_message_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "web_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say ------------------------------------------------------------------------------------

-- Names of members who are there already, as the hub folds them from now on.
UPDATE "member" SET "folded_name" = lower(translate("full_name",
  'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ',
  'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyydaaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd'));

-- What was done stays written: changing or removing an entry does nothing.
CREATE RULE "audit_entry_never_changed" AS ON UPDATE TO "audit_entry" DO INSTEAD NOTHING;
CREATE RULE "audit_entry_never_removed" AS ON DELETE TO "audit_entry" DO INSTEAD NOTHING;

ALTER TABLE "unit_move" ADD CONSTRAINT "unit_move_changes_something" CHECK ("from_parent_id" IS DISTINCT FROM "to_parent_id");
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_of_two" CHECK ("predecessor_id" <> "successor_id");

-- Messages are changed when they are seen and answered: room on the page for that.
ALTER TABLE "web_message" SET (fillfactor = 80);

-- What a device still has to fetch.
CREATE INDEX "web_message_undelivered_idx" ON "web_message" ("address") WHERE "delivered_at" IS NULL AND "direction" = 'out';

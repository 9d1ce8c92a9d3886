-- CreateEnum
CREATE TYPE "gap_state" AS ENUM ('open', 'filled', 'dismissed');

-- CreateEnum
CREATE TYPE "library_readers" AS ENUM ('members', 'roles');

-- CreateEnum
CREATE TYPE "library_state" AS ENUM ('draft', 'released', 'removed');

-- CreateEnum
CREATE TYPE "document_status" AS ENUM ('in_force', 'replaced', 'expired');

-- CreateEnum
CREATE TYPE "library_relation_kind" AS ENUM ('replaces', 'replaced_by', 'amends', 'guides');

-- CreateEnum
CREATE TYPE "library_relation_state" AS ENUM ('found', 'confirmed', 'rejected');

-- CreateEnum
CREATE TYPE "library_incoming_state" AS ENUM ('reading', 'done', 'refused', 'failed');

-- CreateTable
CREATE TABLE "assistant_answer" (
    "id" UUID NOT NULL,
    "member_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "content" BYTEA NOT NULL,
    "judged" BOOLEAN NOT NULL DEFAULT false,
    "handed_over_at" TIMESTAMPTZ(3),

    CONSTRAINT "assistant_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assistant_judgement" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "helped" BOOLEAN NOT NULL,
    "reason" TEXT,
    "mode" TEXT NOT NULL,

    CONSTRAINT "assistant_judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assistant_gap" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "question" BYTEA NOT NULL,
    "asked" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "state" "gap_state" NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "assistant_gap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assistant_usage" (
    "unit_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "model" TEXT NOT NULL,
    "questions" INTEGER NOT NULL,
    "tokens_in" BIGINT NOT NULL,
    "tokens_out" BIGINT NOT NULL,

    CONSTRAINT "assistant_usage_pkey" PRIMARY KEY ("unit_id","day","model")
);

-- CreateTable
CREATE TABLE "library_document" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "readers" "library_readers" NOT NULL,
    "reader_roles" "role_name"[],
    "state" "library_state" NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issued_on" DATE,
    "found_number" TEXT NOT NULL DEFAULT '',
    "found_issuer" TEXT NOT NULL DEFAULT '',
    "found_title" TEXT NOT NULL DEFAULT '',
    "found_on" DATE,
    "effective_on" DATE,
    "expires_on" DATE,
    "said_status" "document_status",
    "says_expired" BOOLEAN NOT NULL,
    "described" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "page_starts" INTEGER[],
    "passages" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "file_bytes" INTEGER NOT NULL,
    "file_sha256" BYTEA NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "version" BIGINT NOT NULL,

    CONSTRAINT "library_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "library_file_part" (
    "document_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "library_file_part_pkey" PRIMARY KEY ("document_id","part")
);

-- CreateTable
CREATE TABLE "library_relation" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "kind" "library_relation_kind" NOT NULL,
    "number" TEXT NOT NULL,
    "target_id" UUID,
    "state" "library_relation_state" NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "library_relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "library_version" (
    "id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "library_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "library_incoming" (
    "id" UUID NOT NULL,
    "member_id" UUID,
    "unit_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "state" "library_incoming_state" NOT NULL,
    "reason" TEXT,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "document_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "library_incoming_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "library_seen" (
    "member_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "library_seen_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "library_vector" (
    "document_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "dimension" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text_hash" BYTEA NOT NULL,
    "vector" BYTEA NOT NULL,

    CONSTRAINT "library_vector_pkey" PRIMARY KEY ("document_id","model","start")
);

-- CreateIndex
CREATE INDEX "assistant_answer_member_id_idx" ON "assistant_answer"("member_id");

-- CreateIndex
CREATE INDEX "assistant_answer_asked_at_idx" ON "assistant_answer"("asked_at");

-- CreateIndex
CREATE INDEX "assistant_judgement_unit_id_month_idx" ON "assistant_judgement"("unit_id", "month");

-- CreateIndex
CREATE INDEX "assistant_gap_unit_id_state_idx" ON "assistant_gap"("unit_id", "state");

-- CreateIndex
CREATE INDEX "library_document_unit_id_idx" ON "library_document"("unit_id");

-- CreateIndex
CREATE INDEX "library_document_version_idx" ON "library_document"("version");

-- CreateIndex
CREATE INDEX "library_document_added_by_id_idx" ON "library_document"("added_by_id");

-- CreateIndex
CREATE INDEX "library_relation_target_id_idx" ON "library_relation"("target_id");

-- CreateIndex
CREATE UNIQUE INDEX "library_relation_document_id_kind_number_key" ON "library_relation"("document_id", "kind", "number");

-- CreateIndex
CREATE INDEX "library_incoming_member_id_idx" ON "library_incoming"("member_id");

-- CreateIndex
CREATE INDEX "library_incoming_started_at_idx" ON "library_incoming"("started_at");

-- AddForeignKey
ALTER TABLE "library_file_part" ADD CONSTRAINT "library_file_part_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "library_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_relation" ADD CONSTRAINT "library_relation_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "library_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_relation" ADD CONSTRAINT "library_relation_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "library_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_vector" ADD CONSTRAINT "library_vector_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "library_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The library's version: one row, held by whoever changes something.
INSERT INTO "library_version" ("id", "version") VALUES (1, 0);

-- Of one unit no two documents that are shown have the same number, issuer and day.
CREATE UNIQUE INDEX "library_document_identity" ON "library_document" ("unit_id", "number", "issuer", "issued_on")
  WHERE "state" = 'released' AND "number" <> '' AND "issued_on" IS NOT NULL;

-- What is taken out leaves nothing to read.
ALTER TABLE "library_document" ADD CONSTRAINT "library_document_removed_is_empty"
  CHECK ("state" <> 'removed' OR ("text" = '' AND "title" = ''));

-- CreateEnum
CREATE TYPE "rsvp_answer" AS ENUM ('yes', 'no');

-- CreateEnum
CREATE TYPE "excuse_state" AS ENUM ('asked', 'accepted', 'returned');

-- CreateEnum
CREATE TYPE "attendance_mark" AS ENUM ('present', 'late', 'excused', 'absent');

-- CreateEnum
CREATE TYPE "check_in_road" AS ENUM ('code', 'link', 'list', 'settled');

-- CreateEnum
CREATE TYPE "meeting_kind" AS ENUM ('regular', 'thematic', 'regular_thematic', 'extraordinary', 'congress');

-- CreateEnum
CREATE TYPE "meeting_step_kind" AS ENUM ('remind', 'handbook', 'report');

-- CreateEnum
CREATE TYPE "meeting_word_kind" AS ENUM ('invitation', 'change', 'cancellation', 'reminder', 'duty', 'paper');

-- CreateEnum
CREATE TYPE "motion_threshold" AS ENUM ('majority', 'two_thirds');

-- CreateEnum
CREATE TYPE "paper_kind" AS ENUM ('minutes', 'resolution', 'conclusion');

-- AlterEnum
ALTER TYPE "notice_kind" ADD VALUE 'meeting';

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "asks" JSONB;

-- CreateTable
CREATE TABLE "attendance" (
    "meeting_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "summoned" BOOLEAN NOT NULL DEFAULT true,
    "rsvp" "rsvp_answer",
    "rsvp_at" TIMESTAMPTZ(3),
    "rsvp_by" UUID,
    "late_minutes" SMALLINT,
    "reason" BYTEA,
    "excuse" "excuse_state",
    "excuse_at" TIMESTAMPTZ(3),
    "excuse_by" UUID,
    "mark" "attendance_mark",
    "marked_at" TIMESTAMPTZ(3),
    "road" "check_in_road",
    "marked_by" UUID,
    "device" BYTEA,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("meeting_id","member_id")
);

-- CreateTable
CREATE TABLE "attendance_correction" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "before" "attendance_mark" NOT NULL,
    "after" "attendance_mark" NOT NULL,
    "reason" BYTEA NOT NULL,
    "corrected_by" UUID,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in_try" (
    "member_id" UUID NOT NULL,
    "tried_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_in_try_pkey" PRIMARY KEY ("member_id","tried_at")
);

-- CreateTable
CREATE TABLE "meeting_series" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "start_minute" SMALLINT NOT NULL,
    "kind" "meeting_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "place" TEXT,
    "link" TEXT,
    "reminders" INTEGER[],
    "agenda" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_on" DATE,
    "next_on" DATE,
    "proposes_on" DATE,

    CONSTRAINT "meeting_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "series_id" UUID,
    "series_day" DATE,
    "kind" "meeting_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "place" TEXT,
    "link" TEXT,
    "late_after" SMALLINT NOT NULL,
    "reminders" INTEGER[],
    "called_by" UUID NOT NULL,
    "chair_id" UUID,
    "taker_id" UUID,
    "guests" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "called_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "idempotency_key" TEXT,
    "request_hash" BYTEA,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_item" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" SMALLINT,
    "rapporteur" TEXT,
    "conclusion" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "meeting_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_document" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_step" (
    "meeting_id" UUID NOT NULL,
    "kind" "meeting_step_kind" NOT NULL,
    "minutes_before" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "chase_state" NOT NULL DEFAULT 'waiting',
    "done_at" TIMESTAMPTZ(3),
    "people" INTEGER,

    CONSTRAINT "meeting_step_pkey" PRIMARY KEY ("meeting_id","kind","minutes_before")
);

-- CreateTable
CREATE TABLE "meeting_word" (
    "meeting_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "kind" "meeting_word_kind" NOT NULL,
    "tells" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "meeting_word_pkey" PRIMARY KEY ("meeting_id","notice_id")
);

-- CreateTable
CREATE TABLE "hand" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "lowered_at" TIMESTAMPTZ(3),
    "spoke" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "hand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_opinion" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "item_id" UUID,
    "author_id" UUID,
    "text" TEXT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,
    "noted_by" UUID NOT NULL,

    CONSTRAINT "meeting_opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motion" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "item_id" UUID,
    "title" TEXT NOT NULL,
    "threshold" "motion_threshold" NOT NULL,
    "secret" BOOLEAN NOT NULL DEFAULT false,
    "counting_board" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "seats" SMALLINT,
    "base" INTEGER,
    "present" INTEGER,
    "in_favour" INTEGER,
    "against" INTEGER,
    "other" INTEGER,
    "issued" INTEGER,
    "returned" INTEGER,
    "valid" INTEGER,
    "invalid" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3),
    "recorded_by" UUID,
    "struck_at" TIMESTAMPTZ(3),

    CONSTRAINT "motion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motion_choice" (
    "motion_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "votes" INTEGER,

    CONSTRAINT "motion_choice_pkey" PRIMARY KEY ("motion_id","position")
);

-- CreateTable
CREATE TABLE "meeting_task" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "due_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by" UUID,

    CONSTRAINT "meeting_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_paper" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" "paper_kind" NOT NULL,
    "number" INTEGER,
    "term" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "approved_by" UUID,
    "notice_id" UUID,

    CONSTRAINT "meeting_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_quality" (
    "meeting_id" UUID NOT NULL,
    "points" JSONB NOT NULL,
    "total" SMALLINT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" UUID NOT NULL,

    CONSTRAINT "meeting_quality_pkey" PRIMARY KEY ("meeting_id")
);

-- CreateIndex
CREATE INDEX "attendance_member_id_idx" ON "attendance"("member_id");

-- CreateIndex
CREATE INDEX "attendance_correction_meeting_id_idx" ON "attendance_correction"("meeting_id");

-- CreateIndex
CREATE INDEX "attendance_correction_member_id_idx" ON "attendance_correction"("member_id");

-- CreateIndex
CREATE INDEX "meeting_series_unit_id_idx" ON "meeting_series"("unit_id");

-- CreateIndex
CREATE INDEX "meeting_series_proposes_on_idx" ON "meeting_series"("proposes_on");

-- CreateIndex
CREATE INDEX "meeting_unit_id_starts_at_idx" ON "meeting"("unit_id", "starts_at");

-- CreateIndex
CREATE INDEX "meeting_starts_at_idx" ON "meeting"("starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_series_id_series_day_key" ON "meeting"("series_id", "series_day");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_called_by_idempotency_key_key" ON "meeting"("called_by", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_item_meeting_id_position_key" ON "meeting_item"("meeting_id", "position");

-- CreateIndex
CREATE INDEX "meeting_document_meeting_id_idx" ON "meeting_document"("meeting_id");

-- CreateIndex
CREATE INDEX "meeting_word_notice_id_idx" ON "meeting_word"("notice_id");

-- CreateIndex
CREATE INDEX "hand_meeting_id_idx" ON "hand"("meeting_id");

-- CreateIndex
CREATE INDEX "meeting_opinion_meeting_id_idx" ON "meeting_opinion"("meeting_id");

-- CreateIndex
CREATE INDEX "motion_meeting_id_idx" ON "motion"("meeting_id");

-- CreateIndex
CREATE INDEX "meeting_task_meeting_id_idx" ON "meeting_task"("meeting_id");

-- CreateIndex
CREATE INDEX "meeting_task_unit_id_idx" ON "meeting_task"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_paper_meeting_id_kind_key" ON "meeting_paper"("meeting_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_paper_unit_id_kind_term_number_key" ON "meeting_paper"("unit_id", "kind", "term", "number");

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "meeting_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_document" ADD CONSTRAINT "meeting_document_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_step" ADD CONSTRAINT "meeting_step_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_word" ADD CONSTRAINT "meeting_word_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand" ADD CONSTRAINT "hand_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_opinion" ADD CONSTRAINT "meeting_opinion_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_opinion" ADD CONSTRAINT "meeting_opinion_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "meeting_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion" ADD CONSTRAINT "motion_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion" ADD CONSTRAINT "motion_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "meeting_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion_choice" ADD CONSTRAINT "motion_choice_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_task" ADD CONSTRAINT "meeting_task_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_paper" ADD CONSTRAINT "meeting_paper_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_quality" ADD CONSTRAINT "meeting_quality_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say ------------------------------------------------------------------------------------

ALTER TABLE "attendance" ADD CONSTRAINT "attendance_meeting_id_fkey"
  FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE;
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_member_id_fkey"
  FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE;
ALTER TABLE "attendance_correction" ADD CONSTRAINT "attendance_correction_attendance_fkey"
  FOREIGN KEY ("meeting_id", "member_id") REFERENCES "attendance"("meeting_id", "member_id") ON DELETE CASCADE;
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_minutes_sensible" CHECK ("minutes" BETWEEN 5 AND 2880);
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_late_after_sensible" CHECK ("late_after" BETWEEN 0 AND 240);
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT;
ALTER TABLE "motion" ADD CONSTRAINT "motion_votes_within_base"
  CHECK ("in_favour" IS NULL OR "base" IS NULL OR "secret" OR "in_favour" + "against" + "other" <= "base");
-- A member's hand is up once, however often it was raised.
CREATE UNIQUE INDEX "hand_raised_idx" ON "hand" ("meeting_id", "member_id") WHERE "lowered_at" IS NULL;
CREATE INDEX "meeting_step_waiting_idx" ON "meeting_step" ("due_at") WHERE "state" = 'waiting';
CREATE INDEX "meeting_proposed_idx" ON "meeting" ("starts_at") WHERE "called_at" IS NULL;
-- Whoever writes to the bot is asked about meetings that are not over: they are few, those of all years are not.
CREATE INDEX "meeting_not_over_idx" ON "meeting" ("starts_at") WHERE "closed_at" IS NULL AND "cancelled_at" IS NULL;
CREATE INDEX "meeting_open_idx" ON "meeting" ("opened_at") WHERE "opened_at" IS NOT NULL AND "closed_at" IS NULL AND "cancelled_at" IS NULL;

-- Constants of party life, with what sets them (design paper on the domain, sections 1 to 3 and 7).
INSERT INTO "rule" ("key", "effective_from", "value", "source", "note") VALUES
  ('meeting.reminders', '2025-07-01', '[4320, 1440, 120]', 'Thông lệ', 'Phút trước giờ họp, mỗi buổi có thể đặt khác'),
  ('meeting.late-after-minutes', '2025-07-01', '15', 'Thông lệ', 'Không có quy định chung: chi bộ tự đặt'),
  ('meeting.correction-days', '2025-07-01', '7', 'Thông lệ', 'Sau đó biên bản là căn cứ'),
  ('meeting.handbook-days-before', '2025-10-28', '1', '42-HD/BTCTW (28/10/2025)', NULL),
  ('meeting.congress-valid', '2011-01-19', '{"atLeast": [2, 3]}', 'Điều lệ Đảng, Điều 11', 'Chưa đối chiếu toàn văn'),
  ('member.ask-after-months-absent', '2025-07-01', '2', 'Thông lệ', 'Chỉ nhắc riêng bí thư hỏi thăm, trước mốc ba tháng trong năm'),
  ('meeting.customary-agenda', '2025-10-28', '{
    "regular": [
      {"title": "Mở đầu: nêu lý do, giới thiệu thành phần, cử thư ký, điểm danh, tình hình đóng đảng phí, thông qua chương trình", "minutes": 10},
      {"title": "Báo cáo kết quả lãnh đạo thực hiện nhiệm vụ tháng qua, dự thảo nhiệm vụ tháng tới", "minutes": 15},
      {"title": "Thông tin thời sự, phổ biến chủ trương, chính sách mới và văn bản của cấp trên", "minutes": 15},
      {"title": "Thảo luận, tự phê bình và phê bình", "minutes": 30},
      {"title": "Phân công nhiệm vụ, thời hạn, giải đáp kiến nghị, kết luận", "minutes": 10},
      {"title": "Biểu quyết nghị quyết hoặc kết luận, tự chấm chất lượng buổi sinh hoạt, đọc lại biên bản", "minutes": 10}
    ],
    "thematic": [
      {"title": "Nêu mục đích, yêu cầu của chuyên đề, cử thư ký, điểm danh", "minutes": 10},
      {"title": "Trình bày chuyên đề", "minutes": 30},
      {"title": "Thảo luận, liên hệ bản thân", "minutes": 35},
      {"title": "Kết luận chuyên đề, biện pháp thực hiện, đọc lại biên bản", "minutes": 15}
    ],
    "extraordinary": [
      {"title": "Nêu lý do, cử thư ký, điểm danh", "minutes": 10},
      {"title": "Nội dung đột xuất", "minutes": 60},
      {"title": "Kết luận, đọc lại biên bản", "minutes": 20}
    ],
    "congress": [
      {"title": "Khai mạc, bầu đoàn chủ tịch, thư ký, báo cáo tư cách", "minutes": 30},
      {"title": "Báo cáo, thảo luận", "minutes": 90},
      {"title": "Bầu cử (bỏ phiếu kín trên giấy)", "minutes": 90},
      {"title": "Thông qua nghị quyết, bế mạc", "minutes": 30}
    ]
  }', '42-HD/BTCTW (28/10/2025), II.2.2', 'Thứ tự theo biểu mẫu địa phương, thời lượng là gợi ý. Thường kỳ có chuyên đề: phần thường kỳ rồi phần chuyên đề'),
  ('meeting.quality-criteria', '2025-10-28', '{
    "criteria": [
      {"key": "time", "title": "Thời điểm và thời lượng", "max": 5},
      {"key": "attendance", "title": "Tỷ lệ đảng viên dự", "max": 5},
      {"key": "preparation", "title": "Công tác chuẩn bị", "max": 10},
      {"key": "running", "title": "Tổ chức và điều hành", "max": 40},
      {"key": "principles", "title": "Nguyên tắc và chế độ sinh hoạt đảng", "max": 5},
      {"key": "last-resolution", "title": "Kết quả thực hiện nghị quyết tháng trước", "max": 30},
      {"key": "closing", "title": "Kết thúc buổi sinh hoạt", "max": 5}
    ],
    "levels": [
      {"name": "Tốt", "from": 90}, {"name": "Khá", "from": 70}, {"name": "Trung bình", "from": 50}, {"name": "Kém", "from": 0}
    ]
  }', '42-HD/BTCTW (28/10/2025)', 'Khung chung, cấp ủy địa phương đặt điểm thành phần'),
  ('meeting.quality-proposals', '2025-10-28', '{
    "time": {
      "shortUpTo": [{"minutes": 0, "points": 5}, {"minutes": 15, "points": 4}, {"minutes": 30, "points": 3}],
      "half": 2, "less": 1
    },
    "attendance": {
      "atLeast": [{"percent": 90, "points": 4}, {"percent": 75, "points": 3}, {"percent": 65, "points": 2}],
      "less": 1, "unexcused": 1
    }
  }', 'Biểu điểm của phường An Phú (2025)', 'Ví dụ địa phương, chỉ để gợi ý: chi bộ tự chấm theo biểu của cấp ủy mình'),
  ('paper.term', '2025-07-01', '"2025-2030"', 'Nhiệm kỳ đại hội', 'Số văn bản đánh theo nhiệm kỳ');

-- The calendar: days off by year, the weeks around Tết, and the first day of every lunar month.
INSERT INTO "rule" ("key", "effective_from", "effective_to", "value", "source", "note") VALUES
  ('calendar.days-off', '2026-01-01', '2027-01-01', '{
    "days": [
      {"day": "2026-01-01", "name": "Tết Dương lịch"},
      {"day": "2026-02-16", "name": "Nghỉ Tết Nguyên đán"},
      {"day": "2026-02-17", "name": "Mùng 1 Tết Nguyên đán"},
      {"day": "2026-02-18", "name": "Nghỉ Tết Nguyên đán"},
      {"day": "2026-02-19", "name": "Nghỉ Tết Nguyên đán"},
      {"day": "2026-02-20", "name": "Nghỉ Tết Nguyên đán"},
      {"day": "2026-04-26", "name": "Giỗ Tổ Hùng Vương"},
      {"day": "2026-04-27", "name": "Nghỉ bù Giỗ Tổ Hùng Vương"},
      {"day": "2026-04-30", "name": "Ngày Chiến thắng 30/4"},
      {"day": "2026-05-01", "name": "Ngày Quốc tế Lao động 1/5"},
      {"day": "2026-09-01", "name": "Nghỉ Quốc khánh"},
      {"day": "2026-09-02", "name": "Quốc khánh 2/9"}
    ]
  }', 'Bộ luật Lao động 2019, Điều 112', 'Ngày làm việc hoán đổi và ngày nghỉ kề 2/9 do Nhà nước công bố hằng năm: chưa đối chiếu. Ngày Văn hóa Việt Nam 24/11 (80-NQ/TW, 7/1/2026) chưa đưa vào: cần kiểm tra luật đã sửa chưa'),
  ('calendar.days-off', '2027-01-01', '2028-01-01', '{
    "days": [
      {"day": "2027-01-01", "name": "Tết Dương lịch"},
      {"day": "2027-02-05", "name": "Nghỉ Tết Nguyên đán", "expected": true},
      {"day": "2027-02-06", "name": "Mùng 1 Tết Nguyên đán"},
      {"day": "2027-02-07", "name": "Nghỉ Tết Nguyên đán"},
      {"day": "2027-02-08", "name": "Nghỉ Tết Nguyên đán"},
      {"day": "2027-02-09", "name": "Nghỉ Tết Nguyên đán", "expected": true},
      {"day": "2027-02-10", "name": "Nghỉ bù Tết Nguyên đán", "expected": true},
      {"day": "2027-02-11", "name": "Nghỉ bù Tết Nguyên đán", "expected": true},
      {"day": "2027-04-16", "name": "Giỗ Tổ Hùng Vương"},
      {"day": "2027-04-30", "name": "Ngày Chiến thắng 30/4"},
      {"day": "2027-05-01", "name": "Ngày Quốc tế Lao động 1/5"},
      {"day": "2027-05-03", "name": "Nghỉ bù 1/5"},
      {"day": "2027-09-02", "name": "Quốc khánh 2/9"},
      {"day": "2027-09-03", "name": "Nghỉ Quốc khánh", "expected": true}
    ]
  }', 'Bộ luật Lao động 2019, Điều 112', 'Ngày ghi “expected” là dự kiến, chờ Nhà nước công bố lịch nghỉ năm 2027. Ngày Văn hóa Việt Nam 24/11 chưa đưa vào: cần kiểm tra luật đã sửa chưa');
INSERT INTO "rule" ("key", "effective_from", "value", "source", "note") VALUES
  ('calendar.days-off-by-law', '2021-01-01', '{
    "days": [
      {"date": "01-01", "name": "Tết Dương lịch"},
      {"lunar": {"month": 1, "day": 1}, "name": "Mùng 1 Tết Nguyên đán"},
      {"lunar": {"month": 3, "day": 10}, "name": "Giỗ Tổ Hùng Vương"},
      {"date": "04-30", "name": "Ngày Chiến thắng 30/4"},
      {"date": "05-01", "name": "Ngày Quốc tế Lao động 1/5"},
      {"date": "09-02", "name": "Quốc khánh 2/9"}
    ]
  }', 'Bộ luật Lao động 2019, Điều 112', 'Ngày nghỉ của mọi năm. Ngày nghỉ bù, ngày nghỉ kề và cả đợt Tết ghi theo từng năm ở calendar.days-off'),
  ('calendar.avoided', '2025-07-01', '{"name": "dịp Tết Nguyên đán", "from": {"month": 12, "day": 23}, "to": {"month": 1, "day": 6}}', 'Thông lệ', 'Theo âm lịch: từ 23 tháng Chạp đến hết mùng 6 tháng Giêng'),
  ('calendar.lunar', '2025-12-20', '{
    "months": [
      ["2025-12-20", 11], ["2026-01-19", 12], ["2026-02-17", 1], ["2026-03-19", 2], ["2026-04-17", 3], ["2026-05-17", 4],
      ["2026-06-15", 5], ["2026-07-14", 6], ["2026-08-13", 7], ["2026-09-11", 8], ["2026-10-10", 9], ["2026-11-09", 10],
      ["2026-12-09", 11], ["2027-01-08", 12], ["2027-02-06", 1], ["2027-03-08", 2], ["2027-04-07", 3], ["2027-05-06", 4],
      ["2027-06-05", 5], ["2027-07-04", 6], ["2027-08-02", 7], ["2027-09-01", 8], ["2027-09-30", 9], ["2027-10-29", 10],
      ["2027-11-28", 11], ["2027-12-28", 12], ["2028-01-26", 1], ["2028-02-25", 2], ["2028-03-26", 3], ["2028-04-25", 4],
      ["2028-05-24", 5], ["2028-06-23", 5, true], ["2028-07-22", 6], ["2028-08-20", 7], ["2028-09-19", 8], ["2028-10-18", 9],
      ["2028-11-16", 10], ["2028-12-16", 11], ["2029-01-15", 12], ["2029-02-13", 1], ["2029-03-15", 2], ["2029-04-14", 3],
      ["2029-05-13", 4], ["2029-06-12", 5], ["2029-07-11", 6], ["2029-08-10", 7], ["2029-09-08", 8], ["2029-10-08", 9],
      ["2029-11-06", 10], ["2029-12-05", 11], ["2030-01-04", 12], ["2030-02-02", 1]
    ]
  }', 'Tính theo thiên văn (điểm sóc và trung khí, giờ UTC+7)', 'Ngày dương đầu mỗi tháng âm, số tháng, true là tháng nhuận, dòng cuối là mốc kết thúc bảng. Tết Đinh Mùi 6/2/2027 (điểm sóc 22:56)');

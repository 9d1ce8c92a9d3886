-- CreateTable
CREATE TABLE "early_report" (
    "channel" "channel" NOT NULL,
    "provider_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "early_report_pkey" PRIMARY KEY ("channel","provider_id","kind")
);

-- CreateIndex
CREATE INDEX "early_report_received_at_idx" ON "early_report"("received_at");
